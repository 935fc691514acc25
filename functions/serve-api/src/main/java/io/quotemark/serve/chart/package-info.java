/** Price charts as SVG, made on the server, readable without colour and with a text alternative. */
@NullMarked
package io.quotemark.serve.chart;

import org.jspecify.annotations.NullMarked;
