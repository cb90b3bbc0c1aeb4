import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { invalid, notInMemory } from './memory-refusals.ts';

/** Keys of the project's tables: `pk` and `sk`, both text. */

export type Key = { pk: string; sk: string };
type Refusal = (why: string) => Error;

const LONGEST_PK = 2048;
const LONGEST_SK = 1024;

/** The key among an item's attributes. What is said where it is none by its shape is for the command to decide. */
export const keyOfItem = (item: Record<string, AttributeValue> | undefined, misshapen: Refusal = invalid): Key => {
  if (!item?.pk || !item.sk) throw misshapen('One of the required keys was not given a value');
  return { pk: keyText('pk', item.pk, LONGEST_PK, misshapen), sk: keyText('sk', item.sk, LONGEST_SK, misshapen) };
};

/** A key by itself, with nothing else beside it. */
export const keyAlone = (key: Record<string, AttributeValue> | undefined, misshapen: Refusal = invalid): Key => {
  if (!key || Object.keys(key).length !== 2) throw misshapen('The number of conditions on the keys is invalid');
  return keyOfItem(key, misshapen);
};

/** The text of a key attribute, or of what it is compared with. */
export const keyText = (
  name: string,
  { S }: AttributeValue,
  longest = LONGEST_SK,
  misshapen: Refusal = invalid,
): string => {
  if (S === undefined) throw misshapen('One or more parameter values were invalid: Type mismatch for key');
  if (S === '') {
    throw invalid(
      `One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty string value. Key: ${name}`,
    );
  }
  if (!S.isWellFormed()) throw notInMemory(`half a character in ${name}`);
  // A unit of JavaScript's text is three bytes at most.
  if (S.length * 3 > longest && Buffer.byteLength(S) > longest)
    throw misshapen(`${name} has more than ${longest} bytes`);
  return S;
};

/** The name of an item among those of one request; the length tells where pk ends. */
export const keyName = (table: string, { pk, sk }: Key): string => `${table} ${pk.length} ${pk}${sk}`;

/** Refuses a request that names one item twice. */
export const expectDistinct = (names: readonly string[], message: string): void => {
  if (new Set(names).size !== names.length) throw invalid(message);
};
