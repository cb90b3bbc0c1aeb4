import { generateKeyPairSync, sign } from 'node:crypto';

/**
 * A certificate for some names, signed by its own key, made when the tests run: no key lies in the repository and no
 * openssl is needed. Only as much of X.509 as TLS asks for.
 */
export const selfSigned = (...names: string[]): { key: string; cert: string } => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const ecdsaWithSha256 = sequence(objectId(0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02));
  const subject = sequence(der(0x31, sequence(objectId(0x55, 0x04, 0x03), der(0x0c, Buffer.from('chi-so test')))));
  const alternativeNames = sequence(...names.map((name) => der(0x82, Buffer.from(name))));
  const extension = (id: number, value: Buffer) => sequence(objectId(0x55, 0x1d, id), der(0x04, value));
  const toBeSigned = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.from([1])),
    ecdsaWithSha256,
    subject,
    sequence(der(0x18, Buffer.from('20200101000000Z')), der(0x18, Buffer.from('20991231235959Z'))),
    subject,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(
      0xa3,
      // Basic constraints: it is its own authority. Subject alternative names: the hosts.
      sequence(extension(0x13, sequence(der(0x01, Buffer.from([0xff])))), extension(0x11, alternativeNames)),
    ),
  );
  const signature = der(0x03, Buffer.concat([Buffer.from([0]), sign('sha256', toBeSigned, privateKey)]));
  const lines = sequence(toBeSigned, ecdsaWithSha256, signature)
    .toString('base64')
    .match(/.{1,64}/g);
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${lines?.join('\n')}\n-----END CERTIFICATE-----\n`,
  };
};

/** Tag, length, value. */
const der = (tag: number, value: Buffer): Buffer => {
  const { length } = value;
  const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), value]);
};
const sequence = (...parts: Buffer[]): Buffer => der(0x30, Buffer.concat(parts));
const objectId = (...bytes: number[]): Buffer => der(0x06, Buffer.from(bytes));
