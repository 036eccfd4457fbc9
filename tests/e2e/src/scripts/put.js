// Puts records into the store that the app has made, by id, in one transaction. Each comes in base64.
const [records, done] = arguments;
const bytes = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
const request = indexedDB.open("room-to-grow");
request.onsuccess = () => {
  const database = request.result;
  const transaction = database.transaction("assessments", "readwrite");
  const store = transaction.objectStore("assessments");
  for (const [id, text] of records) store.put(bytes(text), id);
  transaction.oncomplete = () => {
    database.close();
    done(null);
  };
};
