// What mongod says of itself in hello, and keeps to.
export const MaxDocument = 16 * 1024 * 1024;
export const MaxMessage = 48_000_000;
export const MaxCommand = MaxDocument + 16 * 1024;
export const MaxWrites = 100_000;
