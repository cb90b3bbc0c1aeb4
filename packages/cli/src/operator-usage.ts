import type { Text } from '@chi-so/runtime/problem';

/** What the commands of an operator are. */
export const OPERATOR_USAGE: Text = {
  vi: `Lệnh của người vận hành: làm việc thẳng với các bảng, kể cả dự thảo, không qua API. Chúng cần quyền Scan.

npm run chiso -- export TỆP
  Toàn bộ bảng Records ra một tệp, mỗi bản ghi một dòng JSON; dòng cuối ghi số bản ghi và mã băm. Đọc bảng hai lần:
  tệp chỉ được ghi ra khi bảng đứng yên giữa hai lần đọc. Trong tệp có cả dự thảo: chỉ chủ tệp đọc được.
npm run chiso -- import TỆP
  Kiểm tra tệp đến hết rồi mới ghi. Bảng phải trống, hoặc chỉ có một phần của chính tệp ấy: lần nhập bị đứt thì chạy lại.
  Bảng trống trên máy này: npm start -- --fresh --empty (xoá mọi dữ liệu trong .local)
npm run chiso -- rebuild [--index pci] [--verify] [--all]
  Tính lại mọi kết quả từ Records và thay những gì sai. --verify: chỉ so sánh, không ghi. --all: liệt kê hết, không dừng ở 20.
npm run chiso -- drill
  Diễn tập khôi phục: xuất, nhập vào hai bảng mới, dựng lại, so mã băm với các bảng đang chạy; hai bảng mới luôn bị xoá.
  Cần thêm quyền CreateTable và DeleteTable.

Bảng nào
  (bỏ trống)               của hệ thống mà npm start đang chạy trên máy này
  --records TÊN  --rankings TÊN  [--region …]  [--endpoint URL]   hệ thống khác, bằng thông tin đăng nhập AWS thông thường
Kết quả
  --json                   đầu ra là một dòng JSON
  --lang vi|en

Mã kết thúc: 0 tốt; 1 tệp hay bảng không nhận được, hoặc còn khác biệt; 2 sai dòng lệnh; 3 không tới được bảng, hoặc không có quyền.`,
  en: `The commands of an operator: they work on the tables themselves, drafts included, without the API. They need the permission to Scan.

npm run chiso -- export FILE
  The whole Records table in a file, one line of JSON for each item; the last line has their number and hash. The table
  is read twice: there is a file only where it stood still in between. Drafts are in it: only its owner can read it.
npm run chiso -- import FILE
  Checks the file to its end before anything is written. The table must be empty, or have nothing but a part of this
  file: an import that was cut off is run again. An empty table on this machine: npm start -- --fresh --empty (deletes all data in .local)
npm run chiso -- rebuild [--index pci] [--verify] [--all]
  Recomputes every result from Records and replaces what is wrong. --verify: compares, writes nothing. --all: lists everything, not 20.
npm run chiso -- drill
  Restore drill: export, import into two new tables, rebuild, compare hashes with the running tables; the new tables are
  dropped whatever happens. Needs the permissions CreateTable and DeleteTable too.

Which tables
  (left out)               those of the system that npm start runs on this machine
  --records NAME  --rankings NAME  [--region …]  [--endpoint URL]   another system, with the ordinary AWS credentials
Result
  --json                   standard output is one line of JSON
  --lang vi|en

Exit codes: 0 good; 1 the file or the table was not accepted, or something still differs; 2 wrong usage; 3 no tables, or not allowed.`,
};
