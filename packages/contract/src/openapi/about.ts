/** The introduction of the reference. */
export const ABOUT = `
Governance indices of Vietnamese provinces and of the units inside them (PCI, PAPI, PAR INDEX, ICT Index, CCHC …):
scores as released, ranks recomputed on every write, every past state readable. *Chỉ số các tỉnh, thành phố và các đơn
vị trong tỉnh: điểm như công bố, thứ hạng tính lại sau mỗi lần ghi, mọi trạng thái trước đây vẫn đọc được.*

- **Open**: what is published needs no key. Drafts and writes need a token with a scope.
- **Rows are flat**, with the same names in JSON and in CSV. Missing is \`null\` with a \`status\`, never 0. Time is UTC.
- **Two ranks, never mixed**: \`rank_published\` is printed by the publisher, \`rank\` is computed here.
- **An identity carries its era**: \`VN63-46\` is Thừa Thiên Huế until 2025-06-30, \`VN34-46\` is Huế after.
- **Nothing is guessed**: where several releases fit, the answer lists them; unknown parameters are refused by name.
- **Caching**: send \`If-None-Match\`. **Following**: \`/v1/changes?since=0\` replays everything, without gaps.
- **HEAD** answers wherever GET does; every answer may be read by a page of any origin (CORS).
- **Errors** of ours are \`application/problem+json\` with a constant \`code\`: [every code](/docs/problems). Those of the
  gateway (401, 403, 413, 429, 503) are \`{"message": "…"}\`.
`.trim();
