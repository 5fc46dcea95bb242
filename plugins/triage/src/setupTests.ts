import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// Milliseconds. Pages load lazily; on a busy machine the first one takes longer than the library's second.
configure({ asyncUtilTimeout: 10_000 });
jest.setTimeout(30_000);
