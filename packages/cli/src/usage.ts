import type { Text } from '@chi-so/runtime/problem';
import { INGEST_USAGE } from './ingest-usage.ts';
import { OPERATOR_USAGE } from './operator-usage.ts';
import type { Command } from './options.ts';

const OVERVIEW: Text = {
  vi: `npm run chiso -- LỆNH [tuỳ chọn]

Cho người nhập số liệu
  ingest TỆP…     đưa tệp công bố vào: nhận ra, kiểm tra, lập dự thảo, công bố
Cho người vận hành (làm việc thẳng với các bảng)
  export TỆP      xuất toàn bộ bảng Records
  import TỆP      nhập tệp ấy vào một bảng trống
  rebuild         tính lại mọi xếp hạng từ Records, hoặc chỉ kiểm tra (--verify)
  drill           diễn tập khôi phục: xuất, nhập vào bảng mới, dựng lại, so sánh

npm run chiso -- LỆNH --help: mọi tuỳ chọn. --lang en: tiếng Anh.`,
  en: `npm run chiso -- COMMAND [options]

For ingesters
  ingest FILE…    brings release files in: recognises, checks, drafts, publishes
For operators (on the tables themselves)
  export FILE     exports the whole Records table
  import FILE     imports such a file into an empty table
  rebuild         recomputes every ranking from Records, or only checks (--verify)
  drill           restore drill: export, import into new tables, rebuild, compare

npm run chiso -- COMMAND --help: all options. --lang vi: in Vietnamese.`,
};

/** How a command is used; without one, which there are. */
export const usageOf = (command: Command | null): Text => {
  if (command === null) return OVERVIEW;
  return command === 'ingest' ? INGEST_USAGE : OPERATOR_USAGE;
};
