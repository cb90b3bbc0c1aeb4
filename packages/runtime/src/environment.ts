/** Reads a function's configuration. Called once, at start: a function with a wrong environment does not start. */
export const required = (name: string): string => {
  const value = process.env[name];
  if (!value) throw new Error(`The environment variable ${name} is not set`);
  return value;
};
