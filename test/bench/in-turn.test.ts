import { expect, it } from 'vitest';
import { inTurn } from './in-turn.ts';

it('every subject has each round once, every other round backwards, and the first rounds do not count', async () => {
  const order: string[] = [];
  const subject = (name: string) => (round: number) => {
    order.push(`${name}${round}`);
    return round;
  };
  const found = await inTurn({ rounds: 2, warmUp: 1 }, { a: subject('a'), b: subject('b') });
  expect(order).toEqual(['a0', 'b0', 'b1', 'a1', 'a2', 'b2']);
  expect(found).toEqual({ a: [1, 2], b: [1, 2] });
});
