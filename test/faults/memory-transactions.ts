import {
  type ConditionCheck,
  type Put,
  TransactionCanceledException,
  type TransactWriteItem,
  type TransactWriteItemsCommandInput,
} from '@aws-sdk/client-dynamodb';
import { reportedCapacity, type Used, unitsRead, unitsWritten } from './memory-capacity.ts';
import { type Condition, conditionOf, PLACEHOLDERS } from './memory-conditions.ts';
import { sizeOfItem } from './memory-item-size.ts';
import { expectDistinct, type Key, keyAlone, keyName, keyOfItem } from './memory-keys.ts';
import { expectOnly, invalid, notInMemory, REFUSED } from './memory-refusals.ts';
import { type Memory, type Version, versionOf } from './memory-tables.ts';
import { storedItem } from './memory-values.ts';
import { PUT } from './memory-writes.ts';

/** TransactWriteItems of puts and condition checks. */

const MOST_ACTIONS = 100;
const LARGEST = 4 * 1024 * 1024;

type Action = {
  table: string;
  key: Key;
  condition: Condition;
  /** What is put; undefined for a check. */
  version: Version | undefined;
  /** What it counts in the size of the transaction. */
  bytes: number;
};

export const transactWriteItems = (memory: Memory, input: TransactWriteItemsCommandInput): object => {
  expectOnly(input, ['TransactItems', 'ReturnConsumedCapacity'], 'TransactWriteItems');
  const { TransactItems: items = [] } = input;
  if (items.length === 0) throw invalid("Value [] at 'transactItems' failed to satisfy constraint");
  if (items.length > MOST_ACTIONS) throw invalid('Member must have length less than or equal to 100');
  const actions = items.map((item) => actionOf(memory, item));
  expectDistinct(
    actions.map(({ table, key }) => keyName(table, key)),
    'Transaction request cannot include multiple operations on one item',
  );
  if (actions.reduce((sum, { bytes }) => sum + bytes, 0) > LARGEST) {
    throw invalid('Transaction payload size cannot exceed 4MB');
  }
  const before = actions.map(({ table, key }) => memory.tables.current(table, key));
  const used = usedBy(actions, before);
  const capacity = reportedCapacity(input.ReturnConsumedCapacity, used);
  memory.count('TransactWriteItems', used);
  expectAll(actions.map(({ condition }, i) => condition.holds(before[i]?.item)));
  const changes = actions.flatMap(
    ({ table, key, version }) => (version && memory.tables.write(table, key, version)) ?? [],
  );
  for (const change of changes) memory.tables.tell(change);
  return capacity ? { ConsumedCapacity: capacity } : {};
};

const actionOf = (memory: Memory, item: TransactWriteItem): Action => {
  expectOnly(item, ['Put', 'ConditionCheck'], 'TransactWriteItems');
  const { Put: put, ConditionCheck: check } = item;
  if (put && check) throw invalid('TransactItems can only contain one of Check, Put, Update or Delete');
  if (put) return putOf(memory, put);
  if (check) return checkOf(memory, check);
  throw invalid('TransactWriteRequest should contain Delete or Put or Update request');
};

/** In a transaction a key of the wrong shape is one item's reason to cancel it; nothing here needs that. */
const misshapen = (why: string) => notInMemory(`a transaction with such a key: ${why}`);

const putOf = (memory: Memory, put: Put): Action => {
  expectOnly(put, PUT, 'Put');
  const table = memory.tables.expect(put.TableName);
  const key = keyOfItem(put.Item, misshapen);
  const condition = conditionOf(put);
  const version = versionOf(storedItem(put.Item ?? {}));
  return { table, key, condition, version, bytes: version.size + condition.bytes };
};

const checkOf = (memory: Memory, check: ConditionCheck): Action => {
  expectOnly(check, ['TableName', 'Key', 'ConditionExpression', ...PLACEHOLDERS], 'ConditionCheck');
  const table = memory.tables.expect(check.TableName);
  const key = keyAlone(check.Key, misshapen);
  if (check.ConditionExpression === undefined) throw invalid('A condition check must have a condition');
  const condition = conditionOf(check);
  return { table, key, condition, version: undefined, bytes: sizeOfItem(check.Key ?? {}) + condition.bytes };
};

/**
 * Twice what the same would cost by itself, once to prepare and once to commit; a check is a read (so says DynamoDB
 * Local). A cancelled transaction is counted whole, which is the most that it can cost.
 */
const usedBy = (actions: readonly Action[], before: readonly Version[]): Used[] => {
  const byTable = new Map<string, { table: string; read: number; written: number }>();
  actions.forEach(({ table, version }, i) => {
    const used = byTable.get(table) ?? { table, read: 0, written: 0 };
    byTable.set(table, used);
    const { size = 0 } = before[i] ?? {};
    if (version) used.written += 2 * unitsWritten(size, version.size);
    else used.read += 2 * unitsRead(size, true);
  });
  return [...byTable.values()];
};

const expectAll = (held: readonly boolean[]): void => {
  if (held.every(Boolean)) return;
  const reasons = held.map((isHeld) =>
    isHeld ? { Code: 'None' } : { Code: 'ConditionalCheckFailed', Message: 'The conditional request failed' },
  );
  throw new TransactionCanceledException({
    message: `Transaction cancelled, please refer cancellation reasons for specific reasons [${reasons.map(({ Code }) => Code).join(', ')}]`,
    CancellationReasons: reasons,
    $metadata: REFUSED,
  });
};
