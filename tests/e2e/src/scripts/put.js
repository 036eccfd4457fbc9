// Puts assessments into the store that the app has made, by id.
const [records, done] = arguments;
const request = indexedDB.open("room-to-grow");
request.onsuccess = () => {
  const database = request.result;
  const transaction = database.transaction("assessments", "readwrite");
  const store = transaction.objectStore("assessments");
  for (const [id, bytes] of Object.entries(records)) store.put(Uint8Array.from(bytes), id);
  transaction.oncomplete = () => {
    database.close();
    done(null);
  };
};
