import { type RefObject, useEffect, useRef, useState } from 'react';

/** The width of an element in CSS pixels, as it changes; 0 until it is on the page. */
export function useWidth<E extends HTMLElement>(): [RefObject<E | null>, number] {
  const element = useRef<E>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const watch = new ResizeObserver(([entry]) => setWidth(Math.floor(entry.contentRect.width)));
    if (element.current) watch.observe(element.current);
    return () => watch.disconnect();
  }, []);
  return [element, width];
}
