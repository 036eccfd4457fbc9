// Puts something into the store past the app: `value` is defined by what stands before this script. A store of another
// version is made as it was then: version 1 had one place.
const [version, place, key, done] = arguments;
const request = indexedDB.open("room-to-grow", version ?? undefined);
request.onupgradeneeded = () => {
  const database = request.result;
  if (!database.objectStoreNames.contains(place)) database.createObjectStore(place);
};
request.onsuccess = () => {
  const database = request.result;
  const transaction = database.transaction(place, "readwrite");
  transaction.objectStore(place).put(value, key);
  transaction.oncomplete = () => {
    database.close();
    done(null);
  };
};
