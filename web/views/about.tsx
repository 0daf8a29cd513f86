import { useTitle } from '../title.ts';
import { STANDINGS } from '../words.ts';

/** The words that the desk uses, and what they mean. */
export default function About() {
  useTitle('What the words mean');
  return (
    <div className="prose">
      <h1>What the words mean</h1>
      <p>
        Every number in war news is somebody’s claim. A <b>claim</b> is one thing that a source puts forward, with the
        words that say so. An <b>origin</b> is the source at the root of a claim: ten outlets that repeat one ministry
        are one origin. An <b>event</b> is what claims from one or many articles are about, and a <b>dispute</b> is
        claims on one event that cannot all be true, or that somebody denies.
      </p>
      <h2>Standing</h2>
      <dl>
        {Object.values(STANDINGS).map(({ label, means }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{means}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
