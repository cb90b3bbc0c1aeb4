import { plainLine } from './plain-text.ts';
import { ACTION_STATUSES, type ActionStatus, TARGET_KINDS, type TargetKind, type TargetRow } from './target-plan.ts';

/** How people write what a plan's codes stand for: Vietnamese in the sheet that planners fill in, both in sentences. */

type Words = { vi: string; en: string };

export const KIND_WORDS: Record<TargetKind, Words> = {
  score: { vi: 'điểm', en: 'score' },
  rank: { vi: 'thứ hạng', en: 'rank' },
  grade: { vi: 'xếp loại, nhóm', en: 'grade or band' },
  'top-share': { vi: 'nhóm dẫn đầu (%)', en: 'top share (%)' },
};

export const STATUS_WORDS: Record<ActionStatus, Words> = {
  'not-started': { vi: 'chưa làm', en: 'not started' },
  'in-progress': { vi: 'đang làm', en: 'in progress' },
  done: { vi: 'đã xong', en: 'done' },
  stopped: { vi: 'dừng', en: 'stopped' },
};

/** Heads of the columns, for a person. */
export const FIELD_WORDS: Record<keyof TargetRow, Words> = {
  index: { vi: 'Mã chỉ số', en: 'Index' },
  edition: { vi: 'Lần xuất bản', en: 'Edition' },
  component: { vi: 'Mã chỉ số thành phần', en: 'Component' },
  group: { vi: 'Khối', en: 'Group' },
  target_kind: { vi: 'Loại chỉ tiêu', en: 'Kind of target' },
  target: { vi: 'Chỉ tiêu', en: 'Target' },
  office: { vi: 'Cơ quan chủ trì', en: 'Responsible office' },
  action: { vi: 'Nhiệm vụ, giải pháp', en: 'Action' },
  deadline: { vi: 'Thời hạn', en: 'Deadline' },
  action_status: { vi: 'Tình trạng thực hiện', en: 'Status of the work' },
  note: { vi: 'Ghi chú', en: 'Note' },
};

/** Other words for a kind, besides its code and the words above. */
const OTHER_KINDS: Record<string, TargetKind> = {
  hạng: 'rank',
  'xếp hạng': 'rank',
  'xếp loại': 'grade',
  nhóm: 'grade',
  'nhóm dẫn đầu': 'top-share',
  'top %': 'top-share',
};

const OTHER_STATUSES: Record<string, ActionStatus> = {
  'chưa thực hiện': 'not-started',
  'đang thực hiện': 'in-progress',
  'hoàn thành': 'done',
  'đã hoàn thành': 'done',
  xong: 'done',
  'tạm dừng': 'stopped',
};

/** The kind that a cell names, by its code or in Vietnamese; undefined where it names none. */
export const kindOfWord = (text: string): TargetKind | undefined => {
  const word = inSmall(text);
  return TARGET_KINDS.find((kind) => kind === word || inSmall(KIND_WORDS[kind].vi) === word) ?? own(OTHER_KINDS, word);
};

/** The status that a cell names; undefined where it names none. */
export const statusOfWord = (text: string): ActionStatus | undefined => {
  const word = inSmall(text);
  return (
    ACTION_STATUSES.find((status) => status === word || inSmall(STATUS_WORDS[status].vi) === word) ??
    own(OTHER_STATUSES, word)
  );
};

const inSmall = (text: string): string => plainLine(text).toLowerCase();
const own = <T>(words: Record<string, T>, word: string): T | undefined =>
  Object.hasOwn(words, word) ? words[word] : undefined;
