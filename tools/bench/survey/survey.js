// The same questions in SurveyJS, in the way that its documentation shows: one page for each condition, radios, progress,
// and every answer kept. `cargo xtask bench` sets the app against it.
import { Model } from "survey-core";
import "survey-core/survey-core.css";
import "survey-js-ui";
import { words, conditions } from "./questions.json";

const question = ({ id, question, levels }) => ({
  type: "radiogroup",
  name: id,
  title: question,
  choices: [
    ...levels.map((text, value) => ({ value, text })),
    { value: "unknown", text: words.unknown },
    { value: "not-applicable", text: words.notApplicable },
  ],
});

const survey = new Model({
  showProgressBar: true,
  pages: conditions.map(({ id, name, meaning, practices }) => ({
    name: id,
    title: name,
    description: meaning,
    elements: practices.map(question),
  })),
});

const opened = new Promise((done, fail) => {
  const request = indexedDB.open("survey", 1);
  request.onupgradeneeded = () => request.result.createObjectStore("answers");
  request.onsuccess = () => done(request.result);
  request.onerror = () => fail(request.error);
});

survey.onValueChanged.add(async () => {
  const store = (await opened).transaction("answers", "readwrite", { durability: "strict" });
  store.objectStore("answers").put({ ...survey.data }, "latest");
});

survey.render(document.getElementById("app"));
