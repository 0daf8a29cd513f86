/** The name that generated clients call an operation by: `get /events/{id}` is `getEventsById`. */
export const operationId = (method: string, path: string): string =>
  method +
  path
    .split('/')
    .filter(Boolean)
    .map((part) => part.replace(/^\{(.*)\}$/, 'by-$1'))
    .join('-')
    .replace(/(?:^|[-.])(\w)/g, (_, letter: string) => letter.toUpperCase());
