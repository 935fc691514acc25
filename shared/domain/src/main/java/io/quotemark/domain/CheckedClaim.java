package io.quotemark.domain;

public record CheckedClaim(Claim claim, Verdict verdict) {}
