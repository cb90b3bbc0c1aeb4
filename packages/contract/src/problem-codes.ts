/**
 * Every problem that our own code answers: its constant code, its status, and what it means. The last part of a
 * problem's `type` (`/docs/problems#stale-base`) is the code. It imports nothing, so that the lean functions can carry it.
 */

type Meaning = { status: number; vi: string; en: string };

export const PROBLEMS = {
  'no-such-route': { status: 404, vi: 'Không có đường dẫn này', en: 'There is no such route' },
  'direct-call': {
    status: 403,
    vi: 'API chỉ trả lời qua địa chỉ công khai của hệ thống',
    en: 'The API answers at the public address of the system only',
  },
  'four-eyes': {
    status: 403,
    vi: 'Người lập dự thảo không tự công bố',
    en: 'Whoever drafted a revision does not publish it',
  },
  'method-not-allowed': {
    status: 405,
    vi: 'Đường dẫn này không nhận phương thức đó',
    en: 'The route does not take this method',
  },
  'unknown-parameter': { status: 400, vi: 'Tham số không được biết', en: 'Unknown parameter' },
  'invalid-parameter': { status: 400, vi: 'Giá trị tham số không hợp lệ', en: 'Invalid value of a parameter' },
  'invalid-cursor': {
    status: 400,
    vi: 'Con trỏ trang (cursor) không đúng như đã trả lời',
    en: 'The cursor is not one that was given here',
  },
  'cursor-mismatch': {
    status: 400,
    vi: 'Con trỏ trang (cursor) thuộc một yêu cầu khác',
    en: 'The cursor is of another request',
  },
  'page-gone': {
    status: 410,
    vi: 'Số liệu đã thay đổi từ trang đầu; hãy đọc lại từ trang đầu',
    en: 'The figures have changed since the first page; begin again with the first',
  },
  'invalid-request': { status: 400, vi: 'Yêu cầu không hợp lệ', en: 'Invalid request' },
  'ambiguous-release': {
    status: 400,
    vi: 'Nhiều đợt công bố phù hợp; không đoán đợt nào',
    en: 'Several releases fit; none is guessed',
  },
  'not-acceptable': {
    status: 406,
    vi: 'Không có định dạng được yêu cầu',
    en: 'The format asked for does not exist here',
  },
  'not-found': { status: 404, vi: 'Không tìm thấy', en: 'Not found' },
  'no-such-group': { status: 404, vi: 'Không có khối này', en: 'There is no such group' },
  withdrawn: { status: 410, vi: 'Đợt công bố đã bị thu hồi', en: 'The release was withdrawn' },
  'component-dropped': {
    status: 410,
    vi: 'Bản hiện hành không còn chỉ số thành phần này',
    en: 'The current revision no longer has this component',
  },
  'not-comparable': {
    status: 422,
    vi: 'Hai số liệu không so sánh được với nhau',
    en: 'The two do not compare',
  },
  'weights-unknown': {
    status: 422,
    vi: 'Danh mục không biết trọng số của chỉ số này',
    en: 'The catalogue does not know the weights of this index',
  },
  'target-unknown': {
    status: 422,
    vi: 'Không biết ngưỡng của mục tiêu này',
    en: 'The threshold of this target is not known',
  },
  'no-standard-errors': {
    status: 422,
    vi: 'Số liệu không có sai số chuẩn của cơ quan công bố',
    en: 'The figures have no standard errors of the publisher',
  },
  'no-figures': { status: 422, vi: 'Không có đủ số liệu', en: 'There are not the figures that this needs' },
  'answer-too-large': {
    status: 413,
    vi: 'Câu trả lời lớn hơn mức gửi được; hãy thu hẹp hoặc nhận gzip',
    en: 'The answer is larger than can be sent; narrow it, or accept gzip',
  },
  'missing-scope': { status: 403, vi: 'Mã truy cập thiếu quyền', en: 'The token lacks a scope' },
  'not-your-release': {
    status: 403,
    vi: 'Mã truy cập không được ghi cho tập đơn vị này',
    en: 'The token does not extend to this unit set',
  },
  'not-utf8': { status: 415, vi: 'Nội dung không phải UTF-8', en: 'The body is not UTF-8' },
  'not-a-release': { status: 415, vi: 'Không đọc được tệp này', en: 'No file that can be read' },
  pdf: { status: 415, vi: 'Tệp PDF không đọc được ở đây', en: 'PDF files are not read' },
  encrypted: { status: 415, vi: 'Tệp có mật khẩu', en: 'The file has a password' },
  'legacy-workbook': { status: 415, vi: 'Tệp .xls đời cũ', en: 'A legacy .xls file' },
  'legacy-font': { status: 415, vi: 'Văn bản dùng phông chữ đời cũ', en: 'Text in a legacy font' },
  encoding: { status: 415, vi: 'Không nhận ra bảng mã của tệp', en: 'The encoding is not recognised' },
  'not-text': { status: 415, vi: 'Tệp không phải văn bản', en: 'The file is not text' },
  macros: { status: 422, vi: 'Tệp Excel có macro', en: 'The workbook has macros' },
  'no-workbook': { status: 422, vi: 'Tệp nén không phải tệp Excel', en: 'The archive is no workbook' },
  'damaged-workbook': { status: 422, vi: 'Tệp Excel bị hỏng', en: 'The workbook is damaged' },
  'workbook-too-large': { status: 422, vi: 'Tệp Excel quá lớn', en: 'The workbook is too large' },
  'too-large': { status: 413, vi: 'Tệp quá lớn', en: 'The file is too large' },
  'text-too-large': { status: 422, vi: 'Văn bản quá lớn', en: 'The text is too large' },
  'no-table': { status: 422, vi: 'Không thấy bảng nào', en: 'There is no table in it' },
  'invalid-body': { status: 422, vi: 'Nội dung gửi lên có lỗi', en: 'The body has faults' },
  'invalid-manifest': { status: 422, vi: 'Bản kê kèm tệp có lỗi', en: 'The manifest beside the file has faults' },
  'invalid-release': { status: 422, vi: 'Tệp công bố có lỗi', en: 'The release file has faults' },
  'invalid-plan': { status: 422, vi: 'Kế hoạch có lỗi', en: 'The plan has faults' },
  methodology: {
    status: 422,
    vi: 'Chưa rõ phương pháp của đợt công bố',
    en: 'The methodology of the release is not clear',
  },
  'invalid-methodology': { status: 422, vi: 'Phương pháp có lỗi', en: 'The methodology has faults' },
  'unknown-component': {
    status: 422,
    vi: 'Không phương pháp nào có chỉ số thành phần này',
    en: 'No methodology has this component',
  },
  'draft-has-errors': { status: 422, vi: 'Bản dự thảo còn lỗi', en: 'The draft has errors' },
  'unacknowledged-warnings': {
    status: 422,
    vi: 'Còn cảnh báo chưa ai xác nhận',
    en: 'There are warnings that nobody has acknowledged',
  },
  'no-such-warning': { status: 422, vi: 'Bản này không có cảnh báo đó', en: 'The revision has no such warning' },
  'idempotency-key-reused': {
    status: 422,
    vi: 'Idempotency-Key đã dùng cho một yêu cầu khác',
    en: 'The Idempotency-Key was used for another request',
  },
  'stale-base': {
    status: 409,
    vi: 'Đã có thay đổi sau khi bạn xem',
    en: 'It has changed since you saw it',
  },
  'not-published': { status: 409, vi: 'Không có bản nào đang công bố', en: 'Nothing is published' },
  moved: { status: 409, vi: 'Vừa được người khác sửa', en: 'Somebody else has just changed it' },
  'not-a-url': { status: 422, vi: 'Không phải địa chỉ', en: 'Not an address' },
  'not-https': { status: 422, vi: 'Chỉ tải qua https', en: 'Only https is fetched' },
  'has-credentials': { status: 422, vi: 'Địa chỉ có tên và mật khẩu', en: 'The address has credentials in it' },
  'literal-address': { status: 422, vi: 'Địa chỉ là số IP', en: 'The address is a number, not a name' },
  'host-not-allowed': {
    status: 422,
    vi: 'Máy chủ không nằm trong danh sách được tải',
    en: 'The host is not among those that are fetched from',
  },
  'being-fetched': { status: 409, vi: 'Nguồn đang được tải', en: 'The source is being fetched' },
  'if-match-required': { status: 428, vi: 'Cần If-Match', en: 'If-Match is required' },
  internal: { status: 500, vi: 'Lỗi hệ thống', en: 'Something failed on our side' },
  busy: { status: 503, vi: 'Hệ thống đang bận', en: 'The system is busy' },
  unreadable: {
    status: 503,
    vi: 'Chưa đọc được số liệu; đang chờ khắc phục',
    en: 'The figures cannot be read for now',
  },
} as const satisfies Record<string, Meaning>;

export type ProblemCode = keyof typeof PROBLEMS;

/** The status that goes with a code. */
export type StatusOf<C extends ProblemCode> = (typeof PROBLEMS)[C]['status'];

/** The codes that go with one of these statuses. */
export type CodeWith<S extends number> = {
  [C in ProblemCode]: StatusOf<C> extends S ? C : never;
}[ProblemCode];
