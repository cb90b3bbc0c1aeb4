/** Who is signed in, in this tab: a token that the reader gave, kept until the tab is closed. */

const KEY = 'chiso.token';

/** The token, or null for whoever only reads. */
export const readToken = (): string | null => {
  try {
    return sessionStorage.getItem(KEY);
  } catch {
    return null;
  }
};

/** Whether the token says that it opens this. What it says is checked where it is used, not here. */
export const maySend = (scope: 'releases:write' | 'releases:publish'): boolean => {
  const { scope: scopes = '' } = claimsOf(readToken() ?? '');
  return scopes.split(' ').includes(scope);
};

/** What a token says; nothing where it is none. */
export const claimsOf = (token: string): { scope?: string } => {
  try {
    const [, payload = ''] = token.split('.');
    const bytes = Uint8Array.from(atob(payload.replaceAll('-', '+').replaceAll('_', '/')), (char) =>
      char.charCodeAt(0),
    );
    return JSON.parse(new TextDecoder().decode(bytes)) ?? {};
  } catch {
    return {};
  }
};
