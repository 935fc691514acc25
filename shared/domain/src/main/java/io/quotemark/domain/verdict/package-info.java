/** What came of checking: verdicts, their odds, their evidence, and what evidence is missing. */
@NullMarked
package io.quotemark.domain.verdict;

import org.jspecify.annotations.NullMarked;
