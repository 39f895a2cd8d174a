# The same three analyses as ours.ts, with the packages that researchers use. Prints one JSON object.
# Usage: Rscript peer.R <barometer|national|schools> <rounds>
words <- commandArgs(TRUE)
study <- file.path(dirname(sub("--file=", "", grep("--file=", commandArgs(), value = TRUE))), "../../packages/statistics/oracle/study")
data <- read.csv(file.path(study, paste0(c(barometer = "barometer", national = "national", schools = "duo")[[words[1]]], ".csv.gz")), na.strings = c("", "NA"))

if (words[1] == "schools") {
  suppressWarnings(suppressMessages(library(afex)))
  scores <- data[complete.cases(data), ]
  long <- reshape(scores, direction = "long", varying = paste0("y", 2016:2019), v.names = "y", timevar = "year", times = 2016:2019, idvar = "brin")
  long$year <- factor(long$year)
  analyse <- function() summary(aov_ez("brin", "y", long, between = "group", within = "year", type = 3))
  answer <- function(result) result$univariate.tests["year", "F value"]
} else {
  suppressWarnings(suppressMessages(library(lmerTest)))
  analyse <- function() {
    model <- lmer(enth ~ time + sector + board + design + newstart + (1 | school) + (1 | teacher), data)
    list(summary(model), anova(model))
  }
  answer <- function(result) coef(result[[1]])["time", "t value"]
}

milliseconds <- replicate(as.integer(words[2]), {
  gc()
  system.time(result <<- suppressWarnings(suppressMessages(analyse())))[["elapsed"]] * 1000
})
memory <- as.numeric(sub("\\D+(\\d+).*", "\\1", grep("VmHWM", readLines("/proc/self/status"), value = TRUE))) / 1024
cat(sprintf('{"milliseconds": [%s], "megabytes": %.0f, "answer": %.12g, "engine": "R %s"}', paste(sprintf("%.3f", milliseconds), collapse = ", "), memory, answer(result), getRversion()))
