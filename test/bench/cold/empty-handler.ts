/** What no function can be smaller than. */
export const handler = async () => ({ statusCode: 200 });
