// Opens a file with a passphrase, as any other program can; the parts are told apart by the caller.
const [{ header, iterations, salt, iv, ciphertext, passphrase }, done] = arguments;
const bytes = (numbers) => new Uint8Array(numbers);
(async () => {
  const raw = new TextEncoder().encode(passphrase.normalize("NFC"));
  const base = await crypto.subtle.importKey("raw", raw, "PBKDF2", false, ["deriveKey"]);
  const derivation = { name: "PBKDF2", hash: "SHA-256", salt: bytes(salt), iterations };
  const kind = { name: "AES-GCM", length: 256 };
  const key = await crypto.subtle.deriveKey(derivation, base, kind, false, ["decrypt"]);
  const how = { name: "AES-GCM", iv: bytes(iv), additionalData: bytes(header) };
  return Array.from(new Uint8Array(await crypto.subtle.decrypt(how, key, bytes(ciphertext))));
})().then(done);
