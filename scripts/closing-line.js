/** A vitest reporter whose last word is one plain line that any script can read: `120 passed, 0 failed, 3 skipped`. */
export default class ClosingLine {
  onTestRunEnd(modules, errors) {
    const counts = { passed: 0, failed: errors.length, skipped: 0 };
    for (const module of modules) {
      let any = false;
      for (const test of module.children.allTests()) {
        any = true;
        counts[test.result().state] = (counts[test.result().state] ?? 0) + 1;
      }
      // A file that cannot be loaded has no tests, and has failed.
      if (!any && module.state() === 'failed') counts.failed += 1;
    }
    // After the summary of the reporter before this one.
    process.on('exit', () =>
      process.stdout.write(
        `${counts.passed} passed, ${counts.failed} failed${counts.skipped ? `, ${counts.skipped} skipped` : ''}\n`,
      ),
    );
  }
}
