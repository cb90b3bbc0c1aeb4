/**
 * Something in Records that cannot be read however often it is tried: a consistent read does not find it, or what it
 * finds is not of the shape that was written. What follows from it is marked degraded and no other ranking waits.
 */
export class UnreadableRecord extends Error {
  override readonly name = 'UnreadableRecord';
}

/** @throws UnreadableRecord where what is stored under the key is not what the reader expects. */
export const readAs = <T>({ pk, sk }: { pk: string; sk: string }, read: () => T): T => {
  try {
    return read();
  } catch (cause) {
    throw new UnreadableRecord(`${pk} ${sk}: ${(cause as Error).message}`, { cause });
  }
};
