import { createContext } from 'react';

/** The number under which the fault that a page reports stands in the log; null on a page that works. */
export const FaultReference = createContext<string | null>(null);
