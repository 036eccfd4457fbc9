// What lies under a key, or was set aside from there, written out as far as that can be done.
const [key, done] = arguments;
const text = (bytes) => new TextDecoder().decode(bytes);
const written = async (value) => {
  if (value instanceof Uint8Array || value instanceof ArrayBuffer) return text(value);
  if (value instanceof Blob) return value.text();
  if (value instanceof Map) return [...value].join();
  return [String(value), ...Object.values(value ?? {})].join();
};
const request = indexedDB.open("room-to-grow");
request.onsuccess = () => {
  const database = request.result;
  const transaction = database.transaction(["assessments", "aside"]);
  const found = [];
  for (const place of transaction.objectStoreNames) {
    transaction.objectStore(place).openCursor().onsuccess = ({ target: { result: cursor } }) => {
      if (!cursor) return;
      if (cursor.key === key || String(cursor.key).endsWith(`/${key}`)) found.push(cursor.value);
      cursor.continue();
    };
  }
  transaction.oncomplete = () => {
    database.close();
    Promise.all(found.map(written)).then(done);
  };
};
