import { useId, useState } from 'preact/hooks';
import { asksToSignIn, Failure, mayPass, sentenceOf } from '../data/failure.ts';
import { checkPlan, loadWorkbook, type SavedPlan, savePlan } from '../data/targets.ts';
import { attempts } from '../layout/attempts.ts';
import { saveFile } from '../layout/picture.ts';
import { SignInLink } from '../session/sign-in-link.tsx';
import { useWords } from '../words/language.tsx';
import { type Finding, FindingsTable } from './findings-table.tsx';

type Props = {
  unit: string;
  period: string;
  /** The version that stands; 0 where there is none yet. */
  version: number;
  onSaved: () => void;
};

/** What has become of a file: looked at, refused, or written. */
type Step =
  | { kind: 'idle' | 'saving' }
  | { kind: 'checking'; file: File }
  | { kind: 'checked'; file: File; found: SavedPlan }
  | { kind: 'empty'; file: File }
  | { kind: 'refused'; error: unknown; again: () => void }
  | { kind: 'saved'; written: SavedPlan };

/** The plan as a workbook: taken along, and sent back changed. It is checked first, and written when asked to. */
export function PlanWorkbook({ unit, period, version, onSaved }: Props) {
  const { lang, t } = useWords();
  const [step, setStep] = useState<Step>({ kind: 'idle' });
  const heading = useId();
  const [{ begin }] = useState(attempts);
  const tried = (act: () => Promise<Step>) => {
    // Of two files that were chosen one after the other, the last is looked at.
    const isLast = begin();
    const become = (next: Step) => isLast() && setStep(next);
    act().then(become, (error) => become({ kind: 'refused', error, again: () => tried(act) }));
  };
  const take = () =>
    tried(async () => {
      saveFile(await loadWorkbook(unit, period, null, lang), `chi-tieu-${unit}-${period}.xlsx`);
      return { kind: 'idle' };
    });
  const check = (file: File) => {
    if (file.size === 0) return tried(async () => ({ kind: 'empty', file }));
    setStep({ kind: 'checking', file });
    tried(async () => ({ kind: 'checked', file, found: await checkPlan(unit, period, file, lang) }));
  };
  const save = (file: File) => {
    setStep({ kind: 'saving' });
    tried(async () => {
      const written = await savePlan(unit, period, file, lang);
      onSaved();
      return { kind: 'saved', written };
    });
  };
  return (
    <section class="screen workbook" aria-labelledby={heading}>
      <h2 id={heading}>{t(version > 0 ? 'changePlan' : 'makePlan')}</h2>
      <p>{version > 0 ? t('changeAbout') : t('noPlan', { period })}</p>
      <p class="acts">
        <button type="button" disabled={step.kind === 'checking' || step.kind === 'saving'} onClick={take}>
          {t(version > 0 ? 'planWorkbook' : 'planTemplate')}
        </button>
        <label class="file-button">
          {t('chooseFile')}
          <input
            type="file"
            class="hidden"
            disabled={step.kind === 'saving'}
            accept=".xlsx,.csv"
            onChange={({ currentTarget }) => {
              const file = currentTarget.files?.[0];
              // The same file may be chosen again once it has been mended.
              currentTarget.value = '';
              if (file) check(file);
            }}
          />
        </label>
      </p>
      <div role="status">
        {step.kind === 'checking' && t('checking', { file: step.file.name })}
        {step.kind === 'saving' && t('saving')}
        {step.kind === 'saved' && (
          <p>
            {t(step.written.meta.status === 'same' ? 'savedSame' : 'saved', { version: step.written.meta.version })}
          </p>
        )}
        {step.kind === 'checked' && <Checked {...step} version={version} onSave={() => save(step.file)} />}
      </div>
      {step.kind === 'empty' && (
        <p role="alert" class="bad">
          {t('fileIsEmpty', { file: step.file.name })}
        </p>
      )}
      {step.kind === 'refused' && <Refused {...step} />}
    </section>
  );
}

type CheckedProps = { file: File; found: SavedPlan; version: number; onSave: () => void };

function Checked({ file, found: { data, meta }, version, onSave }: CheckedProps) {
  const { t } = useWords();
  const { errors, warnings, findings } = meta;
  return (
    <>
      <p>{t('checked', { file: file.name, rows: data.length, errors, warnings })}</p>
      {errors > 0 ? (
        <p class="bad">{t('mendFirst')}</p>
      ) : (
        <p class="acts">
          <button type="button" onClick={onSave}>
            {t('savePlan')}
          </button>
          {version > 0 && <span class="quiet">{t('savePlanAbout', { version })}</span>}
        </p>
      )}
      <FindingsTable findings={findings} />
    </>
  );
}

/** The refusal as a sentence, with every place that it is about; what may pass can be tried again with the same file. */
function Refused({ error, again }: { error: unknown; again: () => void }) {
  const { lang, t } = useWords();
  const faults: readonly Finding[] = error instanceof Failure ? (error.problem?.errors ?? []) : [];
  return (
    <>
      <p role="alert" class="bad">
        {sentenceOf(lang, error)} {asksToSignIn(error) && <SignInLink>{t('signIn')}</SignInLink>}
        {mayPass(error) && (
          <button type="button" onClick={again}>
            {t('tryAgain')}
          </button>
        )}
      </p>
      <FindingsTable findings={faults} />
    </>
  );
}
