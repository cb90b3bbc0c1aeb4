/**
 * What everything local signs with. DynamoDB Local takes any letters and digits; the local S3 knows this pair only.
 */
export const CREDENTIALS = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' } as const;
