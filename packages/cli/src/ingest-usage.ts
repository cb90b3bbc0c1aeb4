import type { Text } from '@chi-so/runtime/problem';

/** What `chiso ingest` is. */
export const INGEST_USAGE: Text = {
  vi: `npm run chiso -- ingest TỆP… [tuỳ chọn]

Đưa tệp công bố (.xlsx, .csv, .txt, .json) vào Chỉ Số: nhận ra chỉ số và kỳ, kiểm tra, lập dự thảo, và công bố nếu muốn.

Tệp nói về gì (bỏ trống thì nhận ra từ chính tệp; tệp tự ghi thì phải khớp)
  --index pci  --period 2014  --set VN63  --edition main  --methodology …  --layout …
  --mapping mapping.json   cột nào là gì: {"columns": {"C": "total", "Hạng": "total rank_published", "Vùng": null}}
                           (theo chữ cái của cột hoặc tiêu đề; được lưu lại cho lần sau, kể cả khi --dry-run)
  --extent complete|top|partial   công bố đủ, chỉ nhóm dẫn đầu, hay một phần
Nguồn
  --title …  --publisher …  --kind publisher|official|province|press|compilation
  --certainty confirmed|derived|unknown  --document …  --published-on 2024-05-06  --signatory …  --source-url …
Việc cần làm
  --dry-run                kiểm tra, không ghi dự thảo, không công bố
  --publish                công bố nếu không có lỗi, và không còn cảnh báo chưa xác nhận
  --publish-at 2027-01-01T09:00:00+07:00   công bố vào lúc đó (cấm công bố trước giờ)
  --acknowledge quy-tắc,…|all  --reason "…"   xác nhận các cảnh báo đã biết, và vì sao
Kết quả
  --json                   đầu ra chỉ có JSON, mỗi tệp một dòng
  --all                    liệt kê hết, không dừng ở 20 điều mỗi mức
  --lang vi|en
Máy chủ
  --url http://…           hoặc biến CHISO_URL; bỏ trống thì là máy chủ mà npm start đang chạy trên máy này
  --token …                hoặc biến TOKEN

Mã kết thúc: 0 tốt; 1 có tệp bị từ chối, có lỗi, hoặc chưa công bố được; 2 sai dòng lệnh; 3 không tới được máy chủ hoặc không có quyền.

Ví dụ
  npm run chiso -- ingest PCI_2014.xlsx --dry-run
  npm run chiso -- ingest tai-ve/*.xlsx --index papi
  npm run chiso -- ingest bang.csv --index sipas --period 2025 --set VN34 --mapping cot.json
  npm run chiso -- ingest PCI_2025.xlsx --publish --acknowledge implausible-move --reason "đã đối chiếu bản in"
  npm run --silent chiso -- ingest *.xlsx --json | jq .status`,
  en: `npm run chiso -- ingest FILE… [options]

Brings release files (.xlsx, .csv, .txt, .json) into Chỉ Số: recognises index and period, checks, drafts, and publishes if wanted.

What the file is about (what is left out is told by the file; what the file says itself must agree)
  --index pci  --period 2014  --set VN63  --edition main  --methodology …  --layout …
  --mapping mapping.json   which column is what: {"columns": {"C": "total", "Hạng": "total rank_published", "Vùng": null}}
                           (by the column's letter or by its header; kept for next time, with --dry-run too)
  --extent complete|top|partial   the release shows everybody, only the best, or some
Source
  --title …  --publisher …  --kind publisher|official|province|press|compilation
  --certainty confirmed|derived|unknown  --document …  --published-on 2024-05-06  --signatory …  --source-url …
What to do
  --dry-run                check; write no draft and publish nothing
  --publish                publish where there are no errors, and no warnings that nobody has acknowledged
  --publish-at 2027-01-01T09:00:00+07:00   publish then (an embargo)
  --acknowledge rule,…|all  --reason "…"   these warnings are known, and why they are accepted
Result
  --json                   standard output is JSON only, one line for each file
  --all                    list everything, not 20 of each severity
  --lang vi|en
Server
  --url http://…           or CHISO_URL; otherwise the server that npm start runs on this machine
  --token …                or TOKEN

Exit codes: 0 good; 1 a file was refused, has errors, or could not be published; 2 wrong usage; 3 no server, or not allowed.

Examples
  npm run chiso -- ingest PCI_2014.xlsx --dry-run
  npm run chiso -- ingest downloads/*.xlsx --index papi
  npm run chiso -- ingest table.csv --index sipas --period 2025 --set VN34 --mapping columns.json
  npm run chiso -- ingest PCI_2025.xlsx --publish --acknowledge implausible-move --reason "checked against the print"
  npm run --silent chiso -- ingest *.xlsx --json | jq .status`,
};
