import type { Dictionary } from './dictionary.ts';

/** Words of the sign-in: who somebody is to the API, and what they may do. */
export const SESSION = {
  signIn: { vi: 'Đăng nhập', en: 'Sign in' },
  signOut: { vi: 'Đăng xuất', en: 'Sign out' },
  signedInAs: { vi: 'Đã đăng nhập: {subject}', en: 'Signed in: {subject}' },
  nameless: { vi: 'mã không nêu tên', en: 'token without a name' },
  signInAbout: {
    vi: 'Xem số liệu đã công bố không cần đăng nhập. Cần đăng nhập để nạp, công bố số liệu và để xem, ghi chỉ tiêu của đơn vị mình.',
    en: 'What is published can be read without signing in. Sign in to put in and publish figures, and to read and write the targets of your own unit.',
  },
  signInAtProvider: { vi: 'Đăng nhập bằng tài khoản Chỉ Số', en: 'Sign in with an account of Chỉ Số' },
  signInByToken: { vi: 'Hoặc dán mã truy cập', en: 'Or paste an access token' },
  signInNotTaken: {
    vi: 'Chưa đăng nhập được: lần đăng nhập này đã quá hạn, bị từ chối hoặc không bắt đầu ở thẻ trình duyệt này. Bấm nút trên để đăng nhập lại.',
    en: 'Not signed in: this sign-in is over, was refused, or did not begin in this browser tab. Use the button above to sign in again.',
  },
  signInNotKept: {
    vi: 'Trình duyệt không cho trang này ghi nhớ, nên không đăng nhập được bằng tài khoản. Cho phép lưu dữ liệu trang, hoặc dán mã truy cập.',
    en: 'The browser lets this page keep nothing, so nobody can come back from the sign-in. Allow site data, or paste an access token.',
  },
  tokenLabel: { vi: 'Mã truy cập (JWT)', en: 'Access token (JWT)' },
  tokenAbout: {
    vi: 'Lấy mã ở hệ thống tài khoản của cơ quan, dán vào đây. Mã chỉ nằm trong thẻ trình duyệt này và mất đi khi đóng thẻ.',
    en: 'Take it from the account system of your organisation and paste it here. It stays in this browser tab only and is gone when the tab is closed.',
  },
  tokenEmpty: { vi: 'Chưa có mã. Dán mã truy cập vào ô trên.', en: 'There is no token. Paste it into the box above.' },
  tokenIsNone: {
    vi: 'Đây không phải là mã truy cập: mã gồm ba phần ngăn bằng dấu chấm, bắt đầu bằng “eyJ”. Sao chép lại toàn bộ mã.',
    en: 'This is no access token: one has three parts between full stops and begins with “eyJ”. Copy the whole of it.',
  },
  tokenHasEnded: {
    vi: 'Mã này đã hết hạn {at}. Lấy mã mới, rồi dán lại.',
    en: 'This token ended on {at}. Take a new one, then paste it.',
  },
  mayDo: { vi: 'Được phép', en: 'May' },
  mayDoNothing: { vi: 'mã không có quyền nào', en: 'nothing: the token has no scopes' },
  ownSets: { vi: 'Của đơn vị', en: 'For the units of' },
  everySet: { vi: 'mọi tập đơn vị', en: 'every unit set' },
  noSet: { vi: 'mã không nêu đơn vị nào, nên không ghi được gì', en: 'none named, so nothing can be written' },
  endsAt: { vi: 'Hết hạn', en: 'Ends' },
  endsNever: { vi: 'mã không nêu thời hạn', en: 'the token names no end' },
  goOn: { vi: 'Tiếp tục', en: 'Go on' },
  'releases:write': { vi: 'nạp số liệu, sửa dự thảo', en: 'put in figures, change drafts' },
  'releases:publish': { vi: 'công bố, thu hồi', en: 'publish, withdraw' },
  'targets:write': { vi: 'xem và ghi chỉ tiêu', en: 'read and write targets' },
  'audit:read': { vi: 'xem nhật ký', en: 'read the audit log' },
  'catalogue:write': { vi: 'sửa danh mục, bộ tiêu chí', en: 'change the catalogue' },
  needsSignIn: {
    vi: 'Phiên đăng nhập không còn hiệu lực hoặc mã không được chấp nhận. Đăng nhập lại.',
    en: 'Nobody is signed in, or the token is not accepted. Sign in again.',
  },
  needsScope: {
    vi: 'Mã truy cập không có quyền làm việc này. Xin người quản trị cấp thêm quyền, rồi đăng nhập lại.',
    en: 'The token does not allow this. Ask the operator for the scope, then sign in again.',
  },
} as const satisfies Dictionary;
