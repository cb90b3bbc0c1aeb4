import { EXTENTS } from '@chi-so/domain/score';
import * as z from 'zod';

/** Parameters of requests. Each example is one that the built-in data answers. */

const id = (description: string, example: string) =>
  z
    .string()
    .min(1)
    .meta({ description, examples: [example] });

export const path = {
  index: id('Index (chỉ số)', 'pci'),
  periodOrFile: z
    .string()
    .regex(/^(\d{4}(-(H[12]|Q[1-4]))?|latest)(\.(json|csv|xlsx|metadata\.json))?$/)
    .meta({
      description: 'Period (kỳ): 2019, 2025-H1, 2025-Q3, or `latest`; with a suffix for a file: `2019.csv`',
      examples: ['2019'],
    }),
  periodOrLatest: z
    .string()
    .regex(/^(\d{4}(-(H[12]|Q[1-4]))?|latest)$/)
    .meta({ description: 'Period (kỳ): 2019, 2025-H1, 2025-Q3, or `latest`', examples: ['2019'] }),
  /** Where `latest` would be a guess. */
  exactPeriod: z
    .string()
    .regex(/^\d{4}(-(H[12]|Q[1-4]))?$/)
    .meta({ description: 'Period (kỳ): 2019, 2025-H1, 2025-Q3', examples: ['2019'] }),
  methodology: id('Methodology (phương pháp)', 'pci-2013'),
  unit: id('Unit (đơn vị)', 'VN63-46'),
  set: id('Unit set (tập đơn vị)', 'VN63'),
  layout: id('Layout (bố cục bảng)', 'pci-vcci'),
  source: id('Source (nguồn)', 'pci-vcci'),
  revision: z
    .int()
    .min(1)
    .max(999_999)
    .meta({ description: 'Revision (bản)', examples: [1] }),
};

const set = id('Unit set (tập đơn vị); may be left out where one release fits', 'VN63').optional();
const edition = id('Edition (lần xuất bản); may be left out where one release fits', 'main').optional();

/** What names one release besides its path. */
export const whichRelease = { set, edition };

const component = id('Component (chỉ số thành phần)', 'entry');

export const query = {
  group: id('Group (khối); those that the methodology ranks where left out', 'all').optional(),
  component: component.default('total'),
  componentOrEvery: component.default('total').meta({
    description: 'Component (chỉ số thành phần); `*` for every one',
    examples: ['entry'],
  }),
  asOf: z
    .string()
    .meta({
      description: 'What was official then, as known here: a day (its end) or a UTC instant (tại thời điểm)',
      examples: ['2099-12-31'],
    })
    .optional(),
  revision: path.revision.optional(),
  version: z
    .int()
    .min(1)
    .max(999_999)
    .meta({ description: 'Version that a publication pins', examples: [1] })
    .optional(),
  offset: z
    .int()
    .min(0)
    .max(10_000_000)
    .meta({ description: 'Rows to leave out', examples: [0] })
    .optional(),
  against: z
    .int()
    .min(1)
    .max(999_999)
    .meta({ description: 'The revision to compare with', examples: [1] })
    .optional(),
  year: (description: string, example: string) =>
    z
      .string()
      .regex(/^\d{4}$/)
      .meta({ description, examples: [example] })
      .optional(),
  flag: (description: string) => z.enum(['true', 'false']).meta({ description }).optional(),
};

/** What the sender says of a file, besides what the file says of itself. */
export const saidOfFile = {
  ...whichRelease,
  methodology: id('Methodology (phương pháp), where several fit', 'pci-2013').optional(),
  layout: id('Layout by which the table is read, where it is not recognised', 'pci-vcci').optional(),
  filename: id('Name of the file: it may tell the period', 'PCI_2019.xlsx').optional(),
  extent: z.enum(EXTENTS).meta({ description: 'How much of the population it shows' }).optional(),
  title: id('Title of the document', 'PCI 2019').optional(),
  publisher: id('Publisher (cơ quan công bố)', 'VCCI').optional(),
  kind: z.enum(['publisher', 'official', 'province', 'press', 'compilation']).optional(),
  certainty: z.enum(['confirmed', 'derived', 'unknown']).optional(),
  document: id('Number of the document (số văn bản)', '1149/QĐ-BNV').optional(),
  published_on: z.iso
    .date()
    .meta({ description: 'Day of the release', examples: ['2020-05-05'] })
    .optional(),
  signatory: id('Who signed it', 'Vũ Tiến Lộc').optional(),
  url: z
    .url({ protocol: /^https?$/ })
    .meta({ description: 'Where the file comes from', examples: ['https://pcivietnam.vn/'] })
    .optional(),
  upload: id('The file was sent by `POST /v1/uploads`: its id', '3fa85f64-5717-4562-b3fc-2c963f66afa6').optional(),
};

export const headers = {
  ifMatch: z
    .string()
    .meta({ description: 'The log entry that you saw (mục nhật ký), such as `"12"`', examples: ['"12"'] })
    .optional(),
  idempotencyKey: z
    .string()
    .max(200)
    .meta({ description: 'Your own id of the request: sent again, it is done once', examples: ['dieu-chinh-7'] })
    .optional(),
};
