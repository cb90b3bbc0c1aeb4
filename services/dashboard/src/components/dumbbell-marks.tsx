/** The marks of a dumbbell around their own middle; each has a shape of its own, so that none is known by its colour only. */

export function MineMark({ isEstimate = false }: { isEstimate?: boolean }) {
  return <circle class={`dot mine${isEstimate ? ' estimate' : ''}`} r={6} />;
}

export function BeforeMark() {
  return <circle class="before" r={4.5} />;
}

export function MedianMark() {
  return <line class="middle" y1={-9} y2={9} />;
}

export function MeanMark() {
  return <rect class="mean" x={-4} y={-4} width={8} height={8} />;
}

export function FirstMark() {
  return <path class="first" d="M 0 -6 L 5.5 4 L -5.5 4 Z" />;
}

export function PeerMark({ tone }: { tone: string }) {
  return <path class={`dot ${tone}`} d="M 0 -6 L 6 0 L 0 6 L -6 0 Z" />;
}
