// mingo knows no 64-bit integers: it sees numbers where they are exact, and what comes back gets its type again.
const isPlain = value => value !== null && typeof value === 'object' && (value.constructor === Object || Array.isArray(value));

/** A value that mingo carries and does not look at. */
class Sealed {
  constructor(value) {
    this.value = value;
  }
}

export class View {
  #wide = new Set();

  /** A query, a pipeline or a document as mingo sees it. */
  of(value) {
    if (typeof value === 'bigint') {
      if (!Number.isSafeInteger(Number(value))) return new Sealed(value);
      this.#wide.add(Number(value));
      return Number(value);
    }
    if (!isPlain(value)) return value;
    if (Array.isArray(value)) return value.map(item => this.of(item));
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, name === '$literal' ? this.#sealed(item) : this.of(item)]));
  }

  /** The fields of a document that came out of a pipeline. */
  back(document) {
    const typed = value => (value instanceof Sealed ? value.value : typeof value === 'number' && this.#wide.has(value) ? BigInt(value) : value);
    return Object.fromEntries(Object.entries(document).map(([name, value]) => [name, typed(value)]));
  }

  #sealed(literal) {
    return isPlain(literal) && !Array.isArray(literal) ? Object.fromEntries(Object.entries(literal).map(([name, value]) => [name, new Sealed(value)])) : literal;
  }
}

/** Whether a document is found by a query. */
export const matcher = (Query, query) => {
  const view = new View();
  const test = new Query(view.of(query));
  return document => test.test(view.of(document));
};
