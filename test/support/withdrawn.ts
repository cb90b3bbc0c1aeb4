import type { Send } from './client.ts';

/** Withdraws what a test has published: what is official of the same period and units is compared with what others write. */
export const withdrawn = async (send: Send, token: string, path: string, where: string): Promise<void> => {
  const { body } = await send('GET', `${path}?${where}`);
  const entry = body.data?.at(-1)?.entry;
  if (entry === undefined) return;
  const headers = { 'if-match': String(entry) };
  await send('POST', `${path}/withdraw?${where}`, { token, body: { reason: 'hết thử nghiệm' }, headers });
};
