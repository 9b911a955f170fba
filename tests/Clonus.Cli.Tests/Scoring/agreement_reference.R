#!/usr/bin/Rscript
# Prints the numbers in AgreementReferenceTests.cs (Debian: r-base-core, r-cran-psych): ICC and kappa by the package psych, limits of agreement
# by R's own t-distribution. Run again when the statistics change.
options(digits = 15)
suppressMessages(library(psych))

icc <- function(...) {
  found <- ICC(cbind(...), lmer = FALSE)$results
  print(unlist(found[found$type == "ICC2", c("ICC", "lower bound", "upper bound")]))
}
kappa <- function(...) print(cohen.kappa(matrix(c(...), 2, byrow = TRUE))$confid[1, ])
limits <- function(d) {
  n <- length(d)
  t <- qt(.975, n - 1)
  print(c(sd = sd(d), bias = mean(d), low = mean(d) - t * sd(d) / sqrt(n), high = mean(d) + t * sd(d) / sqrt(n)))
  for (limit in mean(d) + c(-1.96, 1.96) * sd(d))
    print(c(limit = limit, low = limit - t * sd(d) * sqrt(3 / n), high = limit + t * sd(d) * sqrt(3 / n)))
}

# Shrout and Fleiss 1979, table 2: six targets, four judges. The paper's ICC(2,1) is .29.
icc(c(9, 6, 8, 7, 10, 6), c(2, 1, 4, 1, 5, 2), c(5, 3, 6, 2, 6, 4), c(8, 2, 8, 6, 9, 7))
tool <- c(12, 0, 3, 5, 17, 9, 7, 6, 11, 4)
person <- c(11, 0, 4, 5, 15, 9, 8, 6, 13, 4)
icc(tool, person)
icc(c(5, 6, 8, 9, 12), c(7, 8, 10, 11, 14)) # a constant difference
icc(1:4, c(4, 1, 3, 2)) # worse than chance
icc(c(3, 9), c(4, 9)) # two clips
kappa(20, 5, 10, 15)
kappa(7, 1, 2, 4)

# Bland and Altman 1986, table 1: two meters of peak expiratory flow. The paper's bias is -2.1, its SD 38.8, its interval -22.0 to 17.8.
limits(c(494, 395, 516, 434, 476, 557, 413, 442, 650, 433, 417, 656, 267, 478, 178, 423, 427) -
       c(512, 430, 520, 428, 500, 600, 364, 380, 658, 445, 432, 626, 260, 477, 259, 350, 451))
limits(tool - person)
