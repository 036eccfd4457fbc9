// Tells every record of the store. It does not make a store where there is none.
const [done] = arguments;
// What is no bytes was put there by a test. Firefox runs this script beside the page, where another Uint8Array is known.
const bytes = (value) => (ArrayBuffer.isView(value) ? value : new TextEncoder().encode(String(value)));
indexedDB.databases().then((databases) => {
  if (!databases.some(({ name }) => name === "room-to-grow")) return done({});
  const request = indexedDB.open("room-to-grow");
  request.onsuccess = () => {
    const database = request.result;
    const places = [...database.objectStoreNames];
    const found = Object.fromEntries(places.map((place) => [place, {}]));
    const transaction = database.transaction(places);
    for (const place of places) {
      transaction.objectStore(place).openCursor().onsuccess = ({ target: { result: cursor } }) => {
        if (!cursor) return;
        found[place][cursor.key] = Array.from(bytes(cursor.value));
        cursor.continue();
      };
    }
    transaction.oncomplete = () => {
      // Left open, it would stand in the way of wiping.
      database.close();
      done(found);
    };
  };
});
