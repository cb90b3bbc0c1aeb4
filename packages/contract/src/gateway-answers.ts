type GatewayAnswer = {
  status: number;
  /** Null where AWS does not say what the body is. */
  message: string | null;
  /** One that says more. */
  header: string | null;
  when: { vi: string; en: string };
};

/**
 * What the gateway answers by itself, before any code of ours is reached: AWS gives these their shape, and an HTTP API
 * cannot change it. They are no problem documents: a client looks at the status. 404 is not among them, since a route of
 * ours takes whatever no other one fits.
 */
export const GATEWAY_ANSWERS: readonly GatewayAnswer[] = [
  {
    status: 401,
    message: 'Unauthorized',
    header: 'www-authenticate',
    when: {
      vi: 'thiếu mã truy cập, mã hết hạn hoặc không phải của hệ thống này',
      en: 'a token is missing, expired or not ours',
    },
  },
  {
    status: 403,
    message: 'Forbidden',
    header: 'www-authenticate',
    when: { vi: 'mã truy cập không có quyền nào của đường dẫn', en: 'the token has none of the scopes of the route' },
  },
  {
    status: 413,
    message: 'Request Entity Too Large',
    header: null,
    when: { vi: 'nội dung gửi lên lớn hơn request_bytes', en: 'the body is larger than request_bytes' },
  },
  {
    status: 429,
    message: 'Too Many Requests',
    header: null,
    when: { vi: 'nhiều yêu cầu hơn mức throttle', en: 'more requests than throttle lets through' },
  },
  {
    status: 431,
    message: null,
    header: null,
    when: {
      vi: 'dòng yêu cầu và các header dài hơn header_bytes; AWS chỉ nêu giới hạn, không nêu nội dung trả lời',
      en: 'request line and headers are longer than header_bytes; AWS documents the limit and not the answer',
    },
  },
  {
    status: 500,
    message: 'Internal Server Error',
    header: null,
    when: { vi: 'hàm xử lý không trả lời', en: 'a function did not answer' },
  },
  {
    status: 503,
    message: 'Service Unavailable',
    header: null,
    when: { vi: 'quá answer_seconds mà chưa có câu trả lời', en: 'no answer within answer_seconds' },
  },
];
