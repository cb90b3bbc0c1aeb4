import { DynamoDBServiceException } from '@aws-sdk/client-dynamodb';

/** Something was asked that the in-memory DynamoDB does not know. Never an answer of DynamoDB: a gap of the stand-in. */
export class NotInMemoryError extends Error {
  override readonly name = 'NotInMemoryError';
}

export const notInMemory = (what: string): NotInMemoryError =>
  new NotInMemoryError(`The in-memory DynamoDB does not know ${what}`);

/** As the SDK gives what DynamoDB finds wrong with a request: it has no class of its own for it. */
export const invalid = (message: string): DynamoDBServiceException =>
  new DynamoDBServiceException({ name: 'ValidationException', $fault: 'client', message, $metadata: REFUSED });

export const REFUSED = { httpStatusCode: 400 };

/** What is given must be among what is known: a parameter that was passed over would be a wrong answer. */
export const expectOnly = (given: object, known: readonly string[], where: string): void => {
  for (const [name, value] of Object.entries(given)) {
    if (value !== undefined && !known.includes(name)) throw notInMemory(`${where} with ${name}`);
  }
};
