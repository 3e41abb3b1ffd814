/** What mongod answers instead of doing a command or a write. */
export class Failure extends Error {
  constructor(code, codeName, message, more = {}) {
    super(message);
    Object.assign(this, { code, codeName, more });
  }
}
