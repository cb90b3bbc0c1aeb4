/** What may be done with the figures. They are the publishers' own; nothing is licensed here. */
export const REUSE_NOTE = {
  vi: 'Số liệu thuộc về cơ quan công bố; khi dùng lại hãy trích dẫn nguồn. Ở đây không cấp giấy phép nào thay cơ quan đó. Cột rank được tính tại đây, cột rank_published là của cơ quan công bố.',
  en: "The figures belong to their publisher; cite the source when you use them. No licence is granted here in the publisher's place. The column rank is computed here, rank_published is the publisher's own.",
};
