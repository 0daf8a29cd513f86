import { Component, type ReactNode } from 'react';

/** A fault of one view leaves the others whole: it is told, and the page can be read again. */
export class Stumble extends Component<{ children: ReactNode }, { error: Error | null }> {
  override state: { error: Error | null } = { error: null };

  static getDerivedStateFromError(error: Error) {
    return { error };
  }

  override render() {
    if (!this.state.error) return this.props.children;
    return (
      <div className="state failing" role="alert">
        <h1>This view stumbled</h1>
        <p>{this.state.error.message}</p>
        <button type="button" className="button" onClick={() => location.reload()}>
          Read the page again
        </button>
      </div>
    );
  }
}
