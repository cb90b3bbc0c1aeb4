import { useState } from 'preact/hooks';
import { goTo } from '../address/navigation.ts';
import { formatAddress, type PageAddress } from '../address/page-address.ts';
import { type Delivery, MOST_BYTES, NOTHING_SAID, recognise, type Said, sendDraft } from '../data/delivery.ts';
import { Failure, sentenceOf } from '../data/failure.ts';
import type { Schemas } from '../data/schemas.ts';
import { useSending } from '../layout/use-sending.ts';
import { shortIndexName, useWords } from '../words/language.tsx';
import { DropZone } from './drop-zone.tsx';
import { FindingLine } from './finding-line.tsx';
import { releaseAddress } from './release-address.ts';
import { SaidForm } from './said-form.tsx';

type Props = { address: PageAddress; setNames: ReadonlyMap<string, string> };
type Recognised = Schemas['RecogniseAnswer'];

/** Where those who may write put a file or a pasted table in: what it is, is told, confirmed or corrected; then it is a draft. */
export function Incoming({ address, setNames }: Props) {
  const { lang, t } = useWords();
  const [delivery, setDelivery] = useState<Delivery | null>(null);
  const [said, setSaid] = useState<Said>(NOTHING_SAID);
  const [found, setFound] = useState<Recognised | null>(null);
  const [doing, setDoing] = useState<'recognising' | 'drafting'>('recognising');
  const [drafted, setDrafted] = useState<{ text: string; href: string }[]>([]);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [stored, setStored] = useState(1);
  const sending = useSending();

  const choose = (one: Recognised['data'][number]) =>
    setSaid((before) => ({ ...before, index: one.index, period: one.period, set: one.unit_set, edition: one.edition }));
  const look = async (wanted: Delivery, what: Said) => {
    setDoing('recognising');
    setFound(null);
    const answer = await sending.run(() => recognise(wanted, what, lang, setStored));
    if (answer === null) return;
    setFound(answer);
    const [first] = answer.data;
    if (first) choose(first);
  };
  // What becomes a draft is not called back: its answer says where the draft is.
  const isDrafting = sending.isBusy && doing === 'drafting';
  const take = (wanted: Delivery) => {
    if (isDrafting) return;
    sending.clear();
    setDrafted([]);
    // What does not arrive is not lost: it stays where it was put in.
    if (wanted.bytes.size === 0) return setRefusal(t('nothingToSend'));
    if (wanted.bytes.size > MOST_BYTES) return setRefusal(t('tooLargeToSend', { megabytes: megabytes(wanted.bytes) }));
    setRefusal(null);
    setDelivery(wanted);
    // Another table is another release; whose words these are, is told once.
    const about = { ...said, index: '', period: '', set: '', edition: '' };
    setSaid(about);
    void look(wanted, about);
  };
  const draft = async (wanted: Delivery) => {
    setDoing('drafting');
    const answer = await sending.run(() => sendDraft(wanted, said, lang, setStored));
    const [first] = answer?.data ?? [];
    const revision = answer?.meta.revision ?? null;
    if (!first || revision === null) return;
    const href = formatAddress(releaseAddress(address, first, revision));
    if (found && found.data.length > 1) {
      const text = t('draftedOne', { what: `${shortIndexName(first.index)} ${first.period}`, revision });
      setDrafted((before) => [...before, { text, href }]);
    } else goTo(href);
  };

  const problems = sending.error instanceof Failure ? (sending.error.problem?.errors ?? []) : [];
  // There is nothing more to say about a file that cannot be read at all, such as a PDF.
  const isOpen = !(sending.error instanceof Failure && sending.error.status === 415);
  return (
    <section class="incoming screen" aria-labelledby="incoming">
      <h2 id="incoming">{t('incoming')}</h2>
      <p class="quiet">{t('incomingAbout')}</p>
      <DropZone isDisabled={isDrafting} onTake={take} />
      {sending.isBusy && (
        <p class="state" role="status">
          {stored < 1 ? (
            <>
              <progress aria-label={t('storing')} value={stored} /> {t('storing')}
            </>
          ) : (
            <>
              <progress aria-label={t(doing)} /> {t(doing)}
            </>
          )}
        </p>
      )}
      {refusal && (
        <p class="state bad" role="alert">
          {refusal}
        </p>
      )}
      {sending.error !== null && (
        <div class="state" role="alert">
          <p class="bad">{sentenceOf(lang, sending.error)}</p>
          {delivery && isOpen && <p>{t('sayAndRetry')}</p>}
        </div>
      )}
      {problems.length > 0 && (
        <ul class="findings">
          {problems.map((problem) => (
            <FindingLine key={JSON.stringify(problem)} finding={problem} />
          ))}
        </ul>
      )}
      {delivery && isOpen && (
        <form
          class="said-of"
          onSubmit={(event) => {
            event.preventDefault();
            void draft(delivery);
          }}
        >
          <p>
            <strong>{delivery.name || t('pastedTable')}</strong>
          </p>
          {found && <Found found={found} said={said} setNames={setNames} onChoose={choose} />}
          <SaidForm said={said} setNames={setNames} onSay={(more) => setSaid({ ...said, ...more })} />
          <p class="actions">
            <button type="submit" class="main" disabled={sending.isBusy || !said.index || !said.period || !said.set}>
              {t('makeDraft')}
            </button>
            <button type="button" disabled={sending.isBusy} onClick={() => look(delivery, said)}>
              {t('recogniseAgain')}
            </button>
          </p>
        </form>
      )}
      {drafted.length > 0 && (
        <ul class="plain" role="status">
          {drafted.map(({ text, href }) => (
            <li key={href}>
              <a href={href}>{text}</a>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

const megabytes = (bytes: Blob): number => Math.ceil(bytes.size / 1024 / 1024);

type FoundProps = {
  found: Recognised;
  said: Said;
  setNames: ReadonlyMap<string, string>;
  onChoose: (one: Recognised['data'][number]) => void;
};

/** Which releases a file holds; where it holds several, one at a time becomes a draft. */
function Found({ found: { data, meta }, said, setNames, onChoose }: FoundProps) {
  const { t } = useWords();
  const textOf = ({ index, period, unit_set, units, components, sheet }: Recognised['data'][number]) =>
    t('recognisedAs', {
      ...{ index: shortIndexName(index), period, set: setNames.get(unit_set) ?? unit_set },
      ...{ units, components: components.length },
    }) + (sheet === null ? '' : t('onSheet', { sheet }));
  const [only] = data;
  return (
    <>
      {data.length === 1 && only ? (
        <p>{textOf(only)}</p>
      ) : (
        <fieldset>
          <legend>{t('severalReleases', { count: data.length })}</legend>
          {data.map((one) => (
            <label key={textOf(one)}>
              <input
                type="radio"
                name="recognised"
                checked={one.index === said.index && one.period === said.period && one.unit_set === said.set}
                onChange={() => onChoose(one)}
              />{' '}
              {textOf(one)}
            </label>
          ))}
        </fieldset>
      )}
      {meta.findings.length > 0 && (
        <ul class="findings">
          {meta.findings.map((finding) => (
            <FindingLine key={JSON.stringify(finding)} finding={finding} />
          ))}
        </ul>
      )}
    </>
  );
}
