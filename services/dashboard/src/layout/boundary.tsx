import { Component, type ComponentChildren } from 'preact';

type Props = {
  words: string /** What is shown: at another address the page may work again. */;
  at: string;
  children: ComponentChildren;
};

/** A page that fails says so in one sentence, with the way around still there. */
export class Boundary extends Component<Props, { failedAt: string | null }> {
  override state: { failedAt: string | null } = { failedAt: null };

  override componentDidCatch(error: unknown) {
    console.error(error);
    this.setState({ failedAt: this.props.at });
  }

  override render({ words, at, children }: Props) {
    if (this.state.failedAt !== at) return children;
    return (
      <main id="content" tabIndex={-1}>
        <p class="state" role="alert">
          {words}
        </p>
      </main>
    );
  }
}
