// A store that can be told to fail: set `badStore` to one of these, and to null again.
//   full      there is no room: putting something throws
//   request   putting something fails a moment later, and takes the transaction with it
//   at-once   a transaction is aborted before it has done anything
//   at-end    a transaction is aborted when everything in it is done
{
  globalThis.badStore = null;
  const { put } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.put = function (value, key) {
    if (badStore === "full") throw new DOMException("by a test", "QuotaExceededError");
    const request = put.call(this, value, key);
    // What is there already cannot be added.
    return badStore === "request" ? this.add(value, key) : request;
  };
  const { transaction } = IDBDatabase.prototype;
  IDBDatabase.prototype.transaction = function (places, mode, options) {
    const begun = transaction.call(this, places, mode, options);
    if (badStore === "at-once" && mode === "readwrite") queueMicrotask(() => begun.abort());
    return begun;
  };
  const { commit } = IDBTransaction.prototype;
  IDBTransaction.prototype.commit = function () {
    return badStore === "at-end" ? this.abort() : commit.call(this);
  };
}
