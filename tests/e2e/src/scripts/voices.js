// A browser with voices, as tests need them: none of those that tests run in has any. What is said stands in `voices.said`.
globalThis.voices = {
  there: [],
  said: [],
  // Ends the piece that is being read.
  end() {
    const piece = this.now;
    this.now = null;
    piece?.dispatchEvent(new Event("end"));
  },
  // The browser found its voices.
  come(...there) {
    this.there = there.map(([lang, localService]) => ({ lang, localService, default: false, name: lang }));
    speechSynthesis.dispatchEvent(new Event("voiceschanged"));
  },
};

globalThis.SpeechSynthesisUtterance = class extends EventTarget {
  constructor(text) {
    super();
    this.text = text;
  }
};

const synthesis = Object.assign(new EventTarget(), {
  getVoices: () => voices.there,
  speak(piece) {
    voices.said.push([piece.voice.lang, piece.text]);
    voices.now = piece;
  },
  cancel() {
    const piece = voices.now;
    voices.now = null;
    piece?.dispatchEvent(new Event("error"));
  },
});
Object.defineProperty(globalThis, "speechSynthesis", { value: synthesis, configurable: true });
