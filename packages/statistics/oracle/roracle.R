#!/usr/bin/env Rscript
# Oracle for the statistics of the published study: simulate -> fit -> time.
# Usage: ORACLE_DIR=folder Rscript roracle.R simulate | fit | time | national | all
# All fits are made on the CSV files read back from disk, never on the in-memory simulation.
suppressWarnings(suppressMessages({library(lme4); library(lmerTest); library(psych); library(afex); library(nlme); library(jsonlite)}))
SEED <- as.integer(Sys.getenv("ORACLE_SEED", "20210701"))
DIR <- Sys.getenv("ORACLE_DIR", "."); P <- function(f) file.path(DIR, f)
RNGkind("Mersenne-Twister","Inversion","Rejection")
SECT <- c("po","vo","mbo")
wcsv <- function(x,f) { con <- if(grepl("gz$",f)) gzfile(P(f),"wb",compression=9) else P(f); write.csv(x,con,row.names=FALSE,quote=FALSE,na=""); if(!is.character(con)) close(con) }
rcsv <- function(f) { x <- read.csv(P(f), na.strings=c("","NA")); if("sector" %in% names(x)) x$sector <- factor(x$sector, levels=SECT); x }

## ------------------------------------------------------------------------------------------------
## 1. simulation
## ------------------------------------------------------------------------------------------------
split_sizes <- function(n, total, mean, sd, lo, hi) {            # integer sizes with an exact total
  z <- pmin(pmax(round(rnorm(n, mean, sd)), lo), hi); d <- total - sum(z)
  while (d != 0) { i <- sample.int(n, 1); s <- sign(d); if (z[i]+s >= lo && z[i]+s <= hi) { z[i] <- z[i]+s; d <- d-s } }
  z }
sim_panel <- function(nsch, nteach, sect_n, mean_size, sd_size, hi, kprob, masks=NULL, wwt=c(1,1,1,1), miss=0) {
  sector <- rep(SECT, sect_n)
  size <- split_sizes(nsch, nteach, mean_size, sd_size, 3, hi)
  reason <- sample(c("schoolstart","kwaliteit","data","cultuur"), nsch, TRUE, c(.08,.13,.01,.78))
  school <- data.frame(school=seq_len(nsch), sector, cohort=sample(1:2, nsch, TRUE, c(121,139)), reason,
                       newstart=as.integer(reason=="schoolstart"))
  ts <- rep(seq_len(nsch), size); nt <- length(ts)
  # waves answered: k waves out of the school's mask
  U <- matrix(runif(nt*4), nt, 4) / matrix(wwt, nt, 4, byrow=TRUE)
  if (!is.null(masks)) U[!masks[ts,]] <- Inf
  avail <- rowSums(is.finite(U)); k <- pmin(sample(1:4, nt, TRUE, kprob), avail)
  rk <- t(apply(U, 1, rank, ties.method="first")); on <- rk <= k & is.finite(U)
  idx <- which(t(on)); teacher <- (idx-1) %/% 4 + 1; time <- (idx-1) %% 4; s <- ts[teacher]; n <- length(idx)
  # implementation: one factor at school, teacher and occasion level drives four counts
  us <- rnorm(nsch); ut <- rnorm(nt); g <- sqrt(.45)*us[s] + sqrt(.30)*ut[teacher] + sqrt(.25)*rnorm(n)
  cnt <- function(mu, lam, sd, hi) pmin(pmax(round(mu + lam*g + sd*rnorm(n)), 0), hi)
  board <- cnt(3.3,1.05,1.00,8); design <- cnt(0.85,.75,.80,6); vout <- cnt(.85,.70,.75,6); vin <- cnt(.80,.70,.75,6)
  # enthusiasm: latent + four Likert items
  b_sec <- c(po=0, vo=-.37, mbo=-.185)
  v_s <- rnorm(nsch, 0, .36); v_s <- v_s - ave(v_s, sector); v_t <- rnorm(nt, 0, .52)
  eta <- 3.85 + b_sec[sector][s] - .066*time + .04*(board-3.3) + .04*(design-1) - .39*school$newstart[s] + v_s[s] + v_t[teacher] + rnorm(n,0,.40)
  it <- sapply(1:4, function(j) pmin(pmax(round(eta + c(.05,.10,-.05,-.06)[j] + rnorm(n,0,.58)),1),5)); colnames(it) <- paste0("e",1:4)
  x <- data.frame(school=s, teacher, sector=sector[s], cohort=school$cohort[s], reason=reason[s], newstart=school$newstart[s], time, wave=time+1,
                  board, design, vout, vin, it)
  if (miss > 0) for (v in c("board","design","vout","vin",colnames(it))) x[[v]][runif(n) < miss] <- NA
  E <- as.matrix(x[colnames(it)]); ok <- rowSums(!is.na(E)) >= 3
  x$enth <- ifelse(ok, rowMeans(E, na.rm=TRUE), NA)
  I <- as.matrix(x[c("board","design","vout","vin")]); x$impl <- ifelse(rowSums(!is.na(I))==4, rowMeans(I), NA)
  list(school=school, x=x) }

simulate <- function() {
  set.seed(SEED)
  ## 1a barometer: 212 schools (po 120, vo 26, mbo 66), 2,680 teachers, four waves
  pats <- c("1111","1110","0111","1101","1011","0110","1100","0011","0101","1010")
  pr <- c(.50,.20,.05,.07,.06,.04,.03,.02,.02,.01)
  pt <- sample(pats, 212, TRUE, pr); pt[sample(212,6)] <- "1000"
  masks <- t(sapply(strsplit(pt,""), function(z) z=="1"))
  b <- sim_panel(212, 2680, c(120,26,66), 12.6, 4.5, 40, c(.41,.33,.18,.08), masks, wwt=c(1.02,.98,1.05,1.25), miss=.004)
  wcsv(b$school,"schools.csv"); wcsv(b$x,"barometer.csv")
  ## 1b culture, school level: 98 schools (65/10/23), two waves, six scales; shift fixed so that
  ##    (mean2-mean1)/sqrt((s1^2+s2^2)/2) equals the report's effect size
  sc <- c("onderzoek","verbeter","collega","visie","leidond","leider"); dd <- c(.75,.84,.42,.31,.50,.58)
  mu <- c(3.2,3.1,3.9,3.7,3.0,3.4); sdv <- c(.26,.24,.32,.34,.46,.42)
  m3 <- aggregate(cbind(board,design,vout,vin,enth) ~ school, b$x[b$x$wave==3,], mean)
  sec <- b$school$sector; has3 <- b$school$school %in% m3$school
  pick <- function(s,n,n2){ c1 <- which(sec==s & has3); c2 <- which(sec==s & !has3); n2 <- min(n2,length(c2)); c(sample(c1,n-n2), sample(c2,n2)) }
  cs <- sort(c(pick("po",65,14),pick("vo",10,2),pick("mbo",23,7)))      # 75 with wave-3 barometer data, 23 without
  cul <- data.frame(school=cs, sector=sec[cs]); zs <- rnorm(98)
  for (j in 1:6) { r <- .55; a <- mu[j] + sdv[j]*(sqrt(.5)*zs + sqrt(.5)*rnorm(98)); nb <- mu[j] + r*(a-mu[j]) + sdv[j]*sqrt(1-r^2)*rnorm(98)
    i3 <- match(cs, m3$school); xx <- if (sc[j]=="collega") .20*(m3$design[i3]-1) else if (sc[j]=="verbeter") .20*(m3$enth[i3]-3.6) else 0
    xx[is.na(xx)] <- 0; nb <- nb + xx; a <- round(a,8); nb <- nb - mean(nb) + mean(a) + dd[j]*sqrt((var(a)+var(nb))/2)
    cul[[paste0(sc[j],"_1")]] <- a; cul[[paste0(sc[j],"_2")]] <- round(nb,8) }
  wcsv(cul,"culture.csv")
  ## 1c culture items, wave 1: 36 items, teachers nested in the 98 schools, 1% item nonresponse
  k <- c(4,6,8,4,6,8); names(k) <- sc; ns <- c(po=15,vo=28,mbo=14)[cul$sector]; nsz <- pmax(3, round(rnorm(98, ns, 4))); sid <- rep(cs, nsz); N <- length(sid)
  it <- list(); for (j in 1:6) { f <- .45*rnorm(98)[rep(1:98,nsz)] + .75*rnorm(N); for (q in 1:k[j]) { y <- round(mu[j] + .80*f + c(.75,.90,.85,.70,.85,.50)[j]*rnorm(N)); y <- pmin(pmax(y,1),5); y[runif(N)<.01] <- NA; it[[paste0(sc[j],"_i",q)]] <- y } }
  wcsv(data.frame(school=sid, it),"culture_items.csv")
  ## 1d culture missingness: 223 schools at wave 1, 99 without wave 2 (one school lacks five scales)
  mm <- data.frame(school=1:223, missing2=rep(1:0, c(99,124))); z <- rnorm(223)
  for (j in 1:6) mm[[sc[j]]] <- round(mu[j] + sdv[j]*(sqrt(.5)*z + sqrt(.5)*rnorm(223)) + if (sc[j]=="leider") -.16*mm$missing2 else 0, 6)
  mm[17, sc[1:5]] <- NA; wcsv(mm,"culture_missing.csv")
  ## 1e ICALT: 19 schools, 89 teachers, three waves n = 77/59/52, items 0-4 with 0 = not seen
  kk <- c(4,4,7,6,4,6,6); zero <- c(0,.02,.08,.14,.24,.11,.08); md <- c(3.45,3.3,3.05,2.75,2.7,2.4,2.6); gain <- list(c(.28,.14),c(.32,.18),c(.12,.05),c(.08,.10),c(.12,.06),c(.03,.02),c(.30,.30))
  ts <- rep(1:19, split_sizes(19,89,4.7,.6,4,5)); T <- 89; ord <- sample(T)
  # patterns: 37 all three; 15 m1+m2; 25 m1 only -> wave 1: 77; wave 2: 37+15+7 = 59; wave 3: 37+15 = 52
  w <- matrix(FALSE,T,3); w[ord[1:37],] <- TRUE; w[ord[38:52],1:2] <- TRUE; w[ord[53:77],1] <- TRUE; w[ord[78:84],2:3] <- TRUE; w[ord[85:89],3] <- TRUE; w[ord[70:72],3] <- TRUE
  full <- ord[1:37]; vs <- rnorm(19,0,.07); vt <- rnorm(T,0,.25); L <- NULL
  keep <- list(37,28,NA,NA,NA,22,21)  # complete teachers on domains 1, 2, 6, 7
  drop <- lapply(1:7, function(d) if (is.na(keep[[d]])) NULL else { lose <- full[seq_len(37-keep[[d]])+ (d-1)%%3]; data.frame(t=lose, w=sample(1:3,length(lose),TRUE)) })
  for (t in 1:3) for (i in which(w[,t])) { row <- list(school=ts[i], teacher=i, wave=t)
    for (d in 1:7) { f <- md[d] + (if (t>1) gain[[d]][t-1] else 0) + (if (d==2) 2.2 else 1)*vs[ts[i]] + vt[i] + rnorm(1,0,c(.26,.32,.24,.28,.42,.26,.28)[d])
      y <- pmin(pmax(round(f + rnorm(kk[d],0,.55)),1),4)
      if (i %in% full && d %in% c(1,2,6,7)) { if (any(drop[[d]]$t==i & drop[[d]]$w==t)) y[sample(kk[d],1)] <- 0 } else y[runif(kk[d]) < zero[d]*1.25] <- 0
      for (q in seq_len(kk[d])) row[[sprintf("d%d_%d",d,q)]] <- y[q] }
    L <- rbind(L, as.data.frame(row)) }
  for (d in 1:7) { M <- as.matrix(L[grep(sprintf("^d%d_",d),names(L))]); M[M==0] <- NA; L[[paste0("D",d)]] <- ifelse(rowSums(is.na(M))==0, rowMeans(M), NA); L[[paste0("D",d,"_avail")]] <- ifelse(rowSums(!is.na(M))>0, rowMeans(M,na.rm=TRUE), NA) }
  wcsv(L[order(L$teacher,L$wave),],"icalt.csv")
  ## 1f inter-rater: 12 lessons x 37 items, two observers, exact agreement about 86%
  A <- sample(1:4, 12*37, TRUE, c(.05,.15,.40,.40)); B <- A; i <- runif(length(A)) < .14; B[i] <- pmin(pmax(A[i] + sample(c(-1,1),sum(i),TRUE),1),4); j <- i & B==A; B[j] <- ifelse(A[j]==4,3,2)
  wcsv(data.frame(lesson=rep(1:12,each=37), item=rep(1:37,12), obsA=A, obsB=B),"interrater.csv")
  ## 1g DUO cohort: 6,177 primary schools (114 programme), four years, missing at 808 schools
  R <- outer(1:4,1:4,function(a,b) c(1,.62,.595,.57)[abs(a-b)+1]); n <- 6177
  Y <- matrix(rnorm(n*4),n,4) %*% chol(R) + matrix(c(0,.03,.06,.09),n,4,byrow=TRUE); Y <- round(Y,6)
  grp <- rep(c("lk","other"), c(114,6063)); o <- sample(n); ms <- sample(n,808); nm <- sample(1:3,808,TRUE,c(.80,.19,.01)); for (q in 1:808) Y[ms[q], sample(4,nm[q])] <- NA
  wcsv(data.frame(brin=sprintf("%04d",1:n), group=grp[o], y2016=Y[,1], y2017=Y[,2], y2018=Y[,3], y2019=Y[,4]),"duo.csv")
  ## 1h follow-up missingness: 26 responders vs 267 others, wave 4 known for 140 schools
  f <- data.frame(id=1:293, responder=rep(1:0,c(26,267))); for (t in 1:4) f[[paste0("impl",t)]] <- round(rnorm(293,1.7,.7)+.06*f$responder,6); f$impl4[sample(293,153)] <- NA
  wcsv(f,"followup.csv")
  ## 1i pupil-results regression: 95 schools, 79 complete; correlations: 15 schools
  p <- data.frame(school=1:95, cohort=sample(1:2,95,TRUE), board=round(rnorm(95,3.3,1),6), design=round(rnorm(95,1,.6),6), visit=round(rnorm(95,1.9,.7),6), enth=round(rnorm(95,3.6,.45),6)); p$y <- round(rnorm(95),6); p$enth[sample(95,16)] <- NA
  wcsv(p,"pupil.csv")
  q <- data.frame(school=1:15, visit=round(rnorm(15,1.9,.7),6), design=round(rnorm(15,1,.5),6)); q$D1 <- round(3.4+.22*scale(q$visit)[,1]+rnorm(15,0,.3),6); q$D7 <- round(2.9+.3*scale(q$design)[,1]+rnorm(15,0,.33),6)
  wcsv(q,"corr15.csv")
  ## 1j boundary sets: between-school mean square below within (school variance 0), and teacher variance 0
  e <- data.frame(school=rep(1:20,each=10), teacher=rep(1:100,each=2), time=rep(0:1,100)); y <- rnorm(200); y <- y - .95*ave(y,e$school); e$y <- round(3 + y,6)
  e2 <- data.frame(school=rep(1:20,each=10), teacher=rep(1:100,each=2), time=rep(0:1,100)); y <- rnorm(200); y <- y - .9*ave(y,e2$teacher) + rep(rnorm(20,0,.5),each=10); e2$y <- round(3+y,6)
  wcsv(cbind(set=rep(c("school0","teacher0"),each=200), rbind(e,e2)),"boundary.csv")
  ## 1k national scale
  set.seed(SEED + 1)
  nat <- sim_panel(4250, 44000, c(2423,510,1317), 10.35, 4, 45, c(.25,.37,.24,.14))
  wcsv(nat$x[c("school","teacher","sector","newstart","time","board","design","enth")],"national.csv.gz")
  cat("barometer rows", nrow(b$x), "per wave", table(b$x$wave), " national rows", nrow(nat$x), "\n") }

## ------------------------------------------------------------------------------------------------
## 2. independent closed-form REML/ML for 1 or 2 nested random intercepts (no lme4 code)
## ------------------------------------------------------------------------------------------------
# lambda = variance ratios (school, teacher)/sigma^2.  Sufficient statistics: total cross products and
# teacher sums of [X y].  V_s = I + l2 * blockdiag(J) + l1 * J ; Sherman-Morrison twice.
# xp = A'B with long-double accumulation (colSums): plain BLAS dot products over 100,000 Likert values make repeated,
# same-signed rounding errors (3.5e-12 relative in r2, 3.5e-7 in the deviance).
xp <- function(A, B=A) { R <- matrix(0, ncol(A), ncol(B), dimnames=list(colnames(A),colnames(B))); for (j in seq_len(ncol(B))) R[,j] <- colSums(A*B[,j]); R }
suff <- function(X, y, teacher, school) { M <- cbind(X, y); tg <- match(teacher, unique(teacher)); n <- tabulate(tg)
  T <- rowsum(M, tg, reorder=TRUE); sg <- school[!duplicated(teacher)]; sg <- match(sg, unique(sg))
  list(C=xp(M), T=T, n=n, s=sg, N=nrow(M), p=ncol(X), nm=colnames(X)) }
core <- function(S, l1, l2) { p <- S$p; a <- 1/(1+S$n*l2); Ss <- as.vector(rowsum(a*S$n, S$s)); Ms <- rowsum(a*S$T, S$s); h <- 1+l1*Ss
  Q <- S$C - xp(S$T, (l2*a)*S$T) - xp(Ms, (l1/h)*Ms)          # [X y]' V^-1 [X y]
  XX <- Q[1:p,1:p,drop=FALSE]; Xy <- Q[1:p,p+1]; R <- chol(XX); beta <- backsolve(R, forwardsolve(t(R), Xy)); r2 <- Q[p+1,p+1]-sum(beta*Xy)
  Zs <- Ms/h; Zt <- a*S$T - (l1*a*S$n)*(Ms/h)[S$s,,drop=FALSE]              # Z'V^-1[X y] at school and teacher level
  list(beta=beta, r2=r2, XXi=chol2inv(R), ldV=sum(log1p(S$n*l2))+sum(log(h)), ldX=2*sum(log(diag(R))), Zs=Zs, Zt=Zt,
       tr=c(sum(Ss/h), sum(a*S$n - l1*(a*S$n)^2/h[S$s]))) }
pdev <- function(S, l, reml=TRUE) { k <- core(S,l[1],l[2]); m <- S$N-if(reml) S$p else 0; k$ldV+(if(reml) k$ldX else 0)+m*(1+log(2*pi*k$r2/m)) }
# analytic gradient of D(l1,l2,s2) = log|V|+log|X'V^-1X|+(N-p)log(2 pi s2)+r2/s2 ; profile: s2=r2/(N-p)
grad <- function(S, v, reml=TRUE) { k <- core(S,v[1],v[2]); m <- S$N-if(reml) S$p else 0; w <- c(-k$beta,1); g <- numeric(3)
  for (j in 1:2) { Z <- if (j==1) k$Zs else k$Zt; e <- as.vector(Z %*% w); ZX <- Z[,1:S$p,drop=FALSE]
    g[j] <- k$tr[j] - (if (reml) sum(k$XXi*xp(ZX)) else 0) - sum(e^2)/v[3] }
  g[3] <- m/v[3] - k$r2/v[3]^2; g }
newton <- function(S, reml=TRUE, twolevel=TRUE, start=c(.3,.4)) {          # free ratios only; bounds handled by dropping
  fr <- if (twolevel) 1:2 else 1; f <- function(lt) { l <- c(0,0); l[fr] <- exp(lt); pdev(S,l,reml) }
  o <- nlminb(log(start[fr]), f, control=list(rel.tol=1e-14,eval.max=2000,iter.max=1000)); l <- c(0,0); l[fr] <- exp(o$par)
  m <- S$N-if(reml) S$p else 0; v <- c(l, core(S,l[1],l[2])$r2/m); act <- c(fr,3)
  for (it in 1:30) { H <- hess(S,v,reml,act); st <- solve(H, grad(S,v,reml)[act]); v[act] <- v[act]-st; if (max(abs(st/v[act]))<1e-14) break }
  v }
hess <- function(S, v, reml, act) { H <- sapply(act, function(j) { h <- 1e-4*v[j]; f <- function(d){ u <- v; u[j] <- u[j]+d; grad(S,u,reml)[act] }
    (8*(f(h)-f(-h))-(f(2*h)-f(-2*h)))/(12*h) }); (H+t(H))/2 }              # 4th-order central difference of the analytic gradient
mylmm <- function(formula, data, school="school", teacher="teacher", reml=TRUE, twolevel=TRUE) {
  mf <- model.frame(formula, data); X <- model.matrix(formula, mf); y <- model.response(mf); rows <- as.integer(rownames(mf)); d <- data[match(rows, as.integer(rownames(data))),]
  # centre y and all non-intercept columns (det = 1, so log|X'V^-1X| is unchanged); without it the cross products
  # lose ~5 digits at 100,000 rows. L maps centred coefficients back.
  stopifnot(colnames(X)[1]=="(Intercept)"); ym <- mean(y); xm <- colMeans(X); xm[1] <- 0; X <- sweep(X,2,xm); y <- y-ym; L <- diag(ncol(X)); L[1,-1] <- -xm[-1]; b0 <- c(ym, rep(0,ncol(X)-1))
  tch <- if (twolevel) d[[teacher]] else seq_len(nrow(d)); S <- suff(X,y,tch,d[[school]]); v <- newton(S,reml,twolevel); k <- core(S,v[1],v[2]); act <- if (twolevel) 1:3 else c(1,3)
  vb <- function(u) { C <- u[3]*core(S,u[1],u[2])$XXi; rowSums((L%*%C)*L) }                                   # diag of L C L'
  b <- b0+as.vector(L%*%k$beta); V <- vb(v); A <- 2*solve(hess(S,v,reml,act)); G <- sapply(act, function(j){ h <- 1e-4*v[j]; f <- function(dl){u <- v; u[j] <- u[j]+dl; vb(u)}; (8*(f(h)-f(-h))-(f(2*h)-f(-2*h)))/(12*h) })
  G <- matrix(G, ncol=length(act)); df <- 2*V^2/rowSums((G%*%A)*G); se <- sqrt(V); tv <- b/se; nl <- function(z) setNames(as.list(z),S$nm[seq_along(z)])
  list(beta=nl(b), se=nl(se), df_satterthwaite=nl(df), t=nl(tv), p=nl(2*pt(-abs(tv),df)),
       theta=sqrt(if (twolevel) v[2:1] else v[1]), sigma2=v[3], var_school=v[1]*v[3], var_teacher=if (twolevel) v[2]*v[3] else NULL, criterion=pdev(S,v[1:2],reml), gradient_max=max(abs(grad(S,v,reml)[act]))) }

## ------------------------------------------------------------------------------------------------
## 3. extraction helpers
## ------------------------------------------------------------------------------------------------
TIGHT <- lmerControl(optimizer="nloptwrap", optCtrl=list(xtol_abs=1e-12, xtol_rel=0, ftol_abs=1e-14, ftol_rel=0, maxeval=2000), calc.derivs=FALSE)
lmx <- function(m) { s <- suppressWarnings(coef(summary(m))); vc <- as.data.frame(VarCorr(m)); v <- setNames(as.list(vc$vcov), ifelse(vc$grp=="Residual","residual",vc$grp)); tot <- sum(vc$vcov)
  vf <- var(as.vector(model.matrix(m) %*% fixef(m))); sv <- tot-v$residual
  list(formula=paste(deparse(formula(m)),collapse=""), REML=isREML(m), nobs=nobs(m), ngrps=as.list(ngrps(m)), fixed=lapply(split(as.data.frame(s),factor(rownames(s),levels=rownames(s))),function(r) list(est=r[[1]],se=r[[2]],df=r[[3]],t=r[[4]],p=r[[5]])),
   variances=v, theta=as.list(getME(m,"theta")), sigma=sigma(m), icc=lapply(v[names(v)!="residual"],function(z) z/tot), criterion=if (isREML(m)) REMLcrit(m) else -2*as.numeric(logLik(m)), logLik=as.numeric(logLik(m)), AIC=AIC(m), BIC=BIC(m), singular=isSingular(m),
   R2_marginal=vf/(vf+tot), R2_conditional=(vf+sv)/(vf+tot)) }
aov3 <- function(m) { a <- as.data.frame(anova(m)); lapply(split(a,factor(rownames(a),levels=rownames(a))), function(r) list(SS=r[[1]],MS=r[[2]],df1=r[[3]],df2=r[[4]],F=r[[5]],p=r[[6]])) }
lmo <- function(m) { s <- summary(m); c0 <- coef(s); ci <- confint(m); X <- model.matrix(m)[,-1,drop=FALSE]; y <- model.response(model.frame(m)); bs <- coef(m)[-1]*apply(X,2,sd)/sd(y)
  list(n=length(y), F=unname(s$fstatistic[1]), df1=unname(s$fstatistic[2]), df2=unname(s$fstatistic[3]), p=unname(pf(s$fstatistic[1],s$fstatistic[2],s$fstatistic[3],lower.tail=FALSE)), R2=s$r.squared, adjR2=s$adj.r.squared, sigma=s$sigma,
   coef=lapply(setNames(rownames(c0),rownames(c0)), function(k) list(b=c0[k,1],se=c0[k,2],t=c0[k,3],p=c0[k,4],ci95=unname(ci[k,]),beta_std=if (k %in% names(bs)) unname(bs[k]) else NULL))) }
alpha_all <- function(M, n.boot=0) { M <- as.matrix(M); one <- function(C) { k <- ncol(C); k/(k-1)*(1-sum(diag(C))/sum(C)) }; L <- M[complete.cases(M),,drop=FALSE]; k <- ncol(M); n <- nrow(L); a <- one(cov(L)); ap <- one(cov(M,use="pairwise")); r <- mean(cor(L)[lower.tri(diag(k))])
  F1 <- qf(.975,n-1,(n-1)*(k-1)); F2 <- qf(.025,n-1,(n-1)*(k-1)); ps <- suppressWarnings(suppressMessages(psych::alpha(M, warnings=FALSE, check.keys=FALSE)))
  list(k=k, n_listwise=n, n_any=nrow(M), alpha_listwise=a, alpha_pairwise_cov=ap, alpha_std_listwise=k*r/(1+(k-1)*r), feldt_ci95_listwise=c(1-(1-a)*F1, 1-(1-a)*F2), psych_raw_alpha=ps$total$raw_alpha, psych_std_alpha=ps$total$std.alpha, psych_ase=ps$total$ase, psych_feldt=unlist(ps$feldt[c("lower.ci","alpha","upper.ci")])) }
icc_anova <- function(y,g) { ok <- !is.na(y); y <- y[ok]; g <- factor(g[ok]); n <- tabulate(g); J <- length(n); N <- sum(n); m <- tapply(y,g,mean); SSB <- sum(n*(m-mean(y))^2); SSW <- sum((y-m[g])^2); MSB <- SSB/(J-1); MSW <- SSW/(N-J); k0 <- (N-sum(n^2)/N)/(J-1); F <- MSB/MSW
  Fl <- F/qf(.975,J-1,N-J); Fu <- F/qf(.025,J-1,N-J)
  list(N=N,J=J,k0=k0,MSB=MSB,MSW=MSW,F=F,p=pf(F,J-1,N-J,lower.tail=FALSE),ICC1=(MSB-MSW)/(MSB+(k0-1)*MSW),ICC1k=(MSB-MSW)/MSB,ICC1_ci95=c((Fl-1)/(Fl+k0-1),(Fu-1)/(Fu+k0-1)),ICC1k_ci95=c(1-1/Fl,1-1/Fu)) }
paired <- function(a,b) { ok <- complete.cases(a,b); a <- a[ok]; b <- b[ok]; n <- length(a); D <- b-a; t <- t.test(b,a,paired=TRUE); s1 <- sd(a); s2 <- sd(b); r <- cor(a,b); dz <- mean(D)/sd(D); J <- 1-3/(4*(n-1)-1); Jx <- exp(lgamma((n-1)/2)-log(sqrt((n-1)/2))-lgamma((n-2)/2))
  tt <- unname(t$statistic); ncp <- function(q) uniroot(function(x) pt(unname(t$statistic),n-1,x)-q, c(tt-9,tt+9), tol=1e-12)$root
  list(n=n,mean1=mean(a),mean2=mean(b),sd1=s1,sd2=s2,sd_diff=sd(D),r=r,t=tt,df=n-1,p=t$p.value,ci95_diff=as.vector(t$conf.int), d_z=dz, d_av_rms=mean(D)/sqrt((s1^2+s2^2)/2), d_av_meansd=mean(D)/((s1+s2)/2), d_rm=dz*sqrt(2*(1-r)), glass_pre=mean(D)/s1, g_z_approx=dz*J, g_z_exact=dz*Jx, r_effect=tt/sqrt(tt^2+n-1), d_z_ci95=c(ncp(.975),ncp(.025))/sqrt(n)) }
owa <- function(y,g) { ok <- !is.na(y)&!is.na(g); y <- y[ok]; g <- factor(g[ok]); a <- anova(lm(y~g)); t <- t.test(y~g,var.equal=TRUE); w <- t.test(y~g); n <- table(g); sp <- sqrt(sum((n-1)*tapply(y,g,var))/(sum(n)-2))
  list(n=as.vector(n), F=a[1,4], df1=a[1,1], df2=a[2,1], p=a[1,5], eta2=a[1,2]/sum(a[,2]), t_pooled=unname(t$statistic), t_welch=unname(w$statistic), df_welch=unname(w$parameter), p_welch=w$p.value, d_pooled=unname(diff(tapply(y,g,mean))/sp)) }
ez <- function(long, between=NULL, type=3, es="ges") { a <- suppressMessages(suppressWarnings(aov_ez("id","y",long,between=between,within="w",type=type,anova_table=list(correction="GG",es=es)))); s <- suppressWarnings(summary(a)); at <- as.data.frame(a$anova_table); ad <- s$pval.adjustments; ut <- unclass(s$univariate.tests)
  list(corrected=lapply(split(at,factor(rownames(at),levels=rownames(at))),function(r) list(df1=r[[1]],df2=r[[2]],MSE=r[[3]],F=r[[4]],ges=r[[5]],p=r[[6]])), univariate=lapply(setNames(rownames(ut),rownames(ut)),function(k) as.list(ut[k,])),
   epsilon=if (length(ad)) lapply(setNames(rownames(ad),rownames(ad)),function(k) list(GG=ad[k,"GG eps"],p_GG=ad[k,"Pr(>F[GG])"],HF=ad[k,"HF eps"],p_HF=ad[k,"Pr(>F[HF])"])) else NULL, mauchly=if (length(s$sphericity.tests)) lapply(setNames(rownames(s$sphericity.tests),rownames(s$sphericity.tests)),function(k) list(W=s$sphericity.tests[k,1],p=s$sphericity.tests[k,2])) else NULL) }
gg_hand <- function(Y, g=NULL) { Y <- as.matrix(Y); k <- ncol(Y); R <- if (is.null(g)) scale(Y,scale=FALSE) else Y-apply(Y,2,function(z) ave(z,g)); dfe <- nrow(Y)-if (is.null(g)) 1 else length(unique(g)); S <- crossprod(R)/dfe; C <- contr.helmert(k); C <- sweep(C,2,sqrt(colSums(C^2)),"/"); A <- t(C)%*%S%*%C; e <- sum(diag(A))^2/((k-1)*sum(A*A)); q <- dfe
  list(GG=e, HF_R=((q+1)*(k-1)*e-2)/((k-1)*(q-(k-1)*e)), HF_SPSS=((nrow(Y))*(k-1)*e-2)/((k-1)*(q-(k-1)*e)), LB=1/(k-1)) }
spss_step <- function(d, y, xs, pin=.05, pout=.10) { inn <- character(); log <- list(); repeat { ch <- FALSE; out <- setdiff(xs,inn)
    if (length(out)) { pv <- sapply(out,function(x) coef(summary(lm(reformulate(c(inn,x),y),d)))[x,4]); if (min(pv)<pin) { inn <- c(inn,out[which.min(pv)]); log <- c(log,list(list(enter=unname(out[which.min(pv)]),p=min(pv)))); ch <- TRUE } }
    if (length(inn)>1) { pv <- coef(summary(lm(reformulate(inn,y),d)))[inn,4]; if (max(pv)>pout) { r <- inn[which.max(pv)]; inn <- setdiff(inn,r); log <- c(log,list(list(remove=r,p=max(pv)))); ch <- TRUE } }
    if (!ch) break }; list(steps=log, final=if (length(inn)) lmo(lm(reformulate(inn,y),d)) else NULL) }
trend_row <- function(Y) { t <- 1:ncol(Y); for (i in which(rowSums(is.na(Y))>0)) { ok <- !is.na(Y[i,]); Y[i,!ok] <- if (sum(ok)>1) { b <- coef(lm.fit(cbind(1,t[ok]),Y[i,ok])); b[1]+b[2]*t[!ok] } else Y[i,ok] }; Y }
trend_col <- function(Y) { t <- 1:nrow(Y); for (j in 1:ncol(Y)) { ok <- !is.na(Y[,j]); b <- coef(lm.fit(cbind(1,t[ok]),Y[ok,j])); Y[!ok,j] <- b[1]+b[2]*t[!ok] }; Y }
longY <- function(Y, g=NULL, id=seq_len(nrow(Y))) { d <- data.frame(id=factor(rep(id,ncol(Y))), w=factor(rep(colnames(Y),each=nrow(Y)),levels=colnames(Y)), y=as.vector(Y)); if (!is.null(g)) d$group <- factor(rep(g,ncol(Y))); d }
js <- function(x, ind="") { esc <- function(z) paste0('"',gsub('"','\\\\"',gsub("\\\\","\\\\\\\\",z)),'"'); nx <- paste0(ind," ")       # JSON with %.17g numbers
  sc <- function(z) if (is.character(z)) esc(z) else if (is.logical(z)) ifelse(is.na(z),"null",tolower(as.character(z))) else ifelse(!is.finite(z),"null",if (is.integer(z)) as.character(z) else sprintf("%.17g",z))
  if (is.null(x)) return("null"); if (is.factor(x)) x <- as.character(x)
  if (is.list(x) || (length(x)>1 && !is.null(names(x)))) { x <- as.list(x); if (!length(x)) return("[]"); v <- vapply(x, js, "", ind=nx); if (is.null(names(x))) paste0("[",paste(v,collapse=", "),"]") else paste0("{\n",paste0(nx,esc(names(x)),": ",v,collapse=",\n"),"\n",ind,"}") }
  else { v <- sc(unname(x)); if (length(v)==1) v else paste0("[",paste(v,collapse=", "),"]") } }
wj <- function(x,f) writeLines(js(x),P(f))
exact_lmer <- function(formula, data, reml=TRUE, theta) { lf <- lFormula(formula,data,REML=reml); df <- do.call(mkLmerDevfun,lf); f <- df(theta); mkMerMod(environment(df),list(par=theta,fval=f,feval=1,conv=0,message=NULL),lf$reTrms,fr=lf$fr,mc=quote(lmer())) }

## ------------------------------------------------------------------------------------------------
## 4. fits
## ------------------------------------------------------------------------------------------------
MODELS <- list(
  enth_null_school   = enth ~ 1 + (1|school),
  enth_null_nested   = enth ~ 1 + (1|school) + (1|teacher),
  enth_time          = enth ~ time + (1|school) + (1|teacher),
  enth_time_sector   = enth ~ time + sector + (1|school) + (1|teacher),
  enth_time_x_sector = enth ~ time*sector + (1|school) + (1|teacher),
  enth_final         = enth ~ time + sector + board + design + newstart + (1|school) + (1|teacher),
  enth_final_visits  = enth ~ time + sector + board + design + I(vout+vin) + newstart + (1|school) + (1|teacher),
  impl_null_school   = impl ~ 1 + (1|school),
  impl_null_nested   = impl ~ 1 + (1|school) + (1|teacher),
  impl_time_x_sector = impl ~ time*sector + (1|school) + (1|teacher),
  board_time_sector  = board ~ time + sector + (1|school) + (1|teacher),
  design_time_sector = design ~ time + sector + (1|school) + (1|teacher),
  visits_time_sector = I(vout+vin) ~ time + sector + (1|school) + (1|teacher))
fixed_only <- function(f) reformulate(attr(terms(lme4::nobars(f)),"term.labels") |> (\(z) if (length(z)) z else "1")(), lme4::nobars(f)[[2]])
fit <- function() {
  b <- rcsv("barometer.csv"); out <- list(meta=list(R=R.version.string, packages=sapply(c("lme4","lmerTest","psych","afex","car","nlme","numDeriv","Matrix"),function(p) as.character(packageVersion(p))), note="closed_form = independent Newton solution; lmer_default/lmer_tight = lme4 1.1-31; digits 17"))
  mm <- list()
  for (nm in names(MODELS)) { f <- MODELS[[nm]]; two <- grepl("nested|time|final",nm)
    md <- lmer(f,b,REML=TRUE); mt <- lmer(f,b,REML=TRUE,control=TIGHT); ml <- lmer(f,b,REML=FALSE,control=TIGHT); ref <- mylmm(fixed_only(f),b,twolevel=two)
    th <- ref$theta; ex <- exact_lmer(f,b,TRUE,th); lf <- lFormula(f,b,REML=TRUE); dv <- do.call(mkLmerDevfun,lf); dv(th); exT <- tryCatch(lmerTest:::as_lmerModLT(ex,dv),error=function(e) NULL)
    dfx <- if (!is.null(exT)) coef(summary(exT))[,"df"] else NA
    cmp <- function(m) { a <- lmx(m); list(theta=max(abs(unlist(a$theta)-th)), beta=max(abs(fixef(m)-unlist(ref$beta))), se_rel=max(abs(sqrt(diag(as.matrix(vcov(m))))/unlist(ref$se)-1)), df_rel=max(abs(coef(summary(m))[,"df"]/unlist(ref$df_satterthwaite)-1)), criterion=a$criterion-ref$criterion) }
    mm[[nm]] <- list(lmer_default_REML=lmx(md), lmer_tight_REML=lmx(mt), lmer_tight_ML=lmx(ml), closed_form_REML=ref, closed_form_ML=mylmm(fixed_only(f),b,twolevel=two,reml=FALSE), anova_type3_satterthwaite=if (nm %in% c("enth_time_sector","enth_time_x_sector","enth_final","impl_time_x_sector")) aov3(mt) else NULL,
      diffs=list(default_vs_exact=cmp(md), tight_vs_exact=cmp(mt), lme4_at_exact_theta=list(beta=max(abs(fixef(ex)-unlist(ref$beta))), se_rel=max(abs(sqrt(diag(as.matrix(vcov(ex))))/unlist(ref$se)-1)), criterion=REMLcrit(ex)-ref$criterion, lmerTest_df_rel=max(abs(dfx/unlist(ref$df_satterthwaite)-1))))) }
  out$multilevel <- mm
  m <- lmer(MODELS$enth_final,b,control=TIGHT); re <- ranef(m,condVar=TRUE)$school; out$blup_school_enth_final <- list(school=as.integer(rownames(re)), u=re[[1]], se=sqrt(as.vector(attr(re,"postVar"))))
  m0 <- lmer(enth ~ time + (1|school)+(1|teacher), b[complete.cases(b[c("enth","board","design")]),], control=TIGHT); v0 <- as.data.frame(VarCorr(m0))$vcov; v1 <- as.data.frame(VarCorr(m))$vcov; names(v0) <- names(v1) <- as.data.frame(VarCorr(m))$grp
  out$R2_variance_reduction_vs_time_model <- list(total=1-sum(v1)/sum(v0), school=unname(1-v1["school"]/v0["school"]), teacher=unname(1-v1["teacher"]/v0["teacher"]), residual=unname(1-v1["Residual"]/v0["Residual"]))
  ln <- lme(enth ~ time+sector+board+design+newstart, random=~1|school/teacher, data=b, na.action=na.omit, control=lmeControl(opt="optim",msTol=1e-12,tolerance=1e-12)); out$nlme_enth_final <- list(tTable=lapply(split(as.data.frame(summary(ln)$tTable),factor(rownames(summary(ln)$tTable),levels=rownames(summary(ln)$tTable))),as.list), logLik=as.numeric(logLik(ln)), note="df by the inner-outer rule, not Satterthwaite")
  out$lrt_ML <- local({ a <- lmer(enth~time+sector+(1|school)+(1|teacher),b,REML=FALSE,control=TIGHT); c <- lmer(enth~time*sector+(1|school)+(1|teacher),b,REML=FALSE,control=TIGHT); z <- anova(a,c); list(chisq=z$Chisq[2],df=z$Df[2],p=z[2,"Pr(>Chisq)"]) })
  bd <- rcsv("boundary.csv"); out$boundary <- lapply(split(bd,bd$set), function(d) { m <- suppressMessages(lmer(y~time+(1|school)+(1|teacher),d,control=TIGHT)); m1 <- suppressMessages(lmer(y~time+(1|school),d,control=TIGHT)); list(two_nested=lmx(m), one=lmx(m1), icc_anova_school=icc_anova(d$y,d$school), icc_anova_teacher=icc_anova(d$y,d$teacher)) })
  out$descriptives <- list(rows=nrow(b), per_wave=as.list(table(b$wave)), waves_per_teacher=as.list(table(table(b$teacher))), sector_mean_enth=as.list(tapply(b$enth,b$sector,mean,na.rm=TRUE)), mean_board=mean(b$board,na.rm=TRUE), mean_design=mean(b$design,na.rm=TRUE), mean_visits=mean(b$vout+b$vin,na.rm=TRUE), missing_cells=as.list(colSums(is.na(b))))
  out$icc_anova <- list(enth_all_rows_by_school=icc_anova(b$enth,b$school), impl_all_rows_by_school=icc_anova(b$impl,b$school), enth_wave1_by_school=icc_anova(b$enth[b$wave==1],b$school[b$wave==1]))
  ## alphas
  ci <- rcsv("culture_items.csv"); ic <- rcsv("icalt.csv"); sc <- c("onderzoek","verbeter","collega","visie","leidond","leider")
  out$alpha <- list(enth=lapply(split(b,b$wave),function(d) alpha_all(d[paste0("e",1:4)])), impl=lapply(split(b,b$wave),function(d) alpha_all(d[c("board","design","vout","vin")])), culture=lapply(setNames(sc,sc),function(s) alpha_all(ci[grep(paste0("^",s,"_i"),names(ci))])),
    icalt_wave1_zero_as_missing=lapply(setNames(1:7,paste0("d",1:7)),function(k){ M <- as.matrix(ic[ic$wave==1,grep(sprintf("^d%d_",k),names(ic))]); M[M==0] <- NA; alpha_all(M) }), icalt_wave1_zero_as_value=lapply(setNames(1:7,paste0("d",1:7)),function(k) alpha_all(ic[ic$wave==1,grep(sprintf("^d%d_",k),names(ic))])))
  ## inter-rater
  ir <- rcsv("interrater.csv"); ck <- suppressWarnings(cohen.kappa(cbind(ir$obsA,ir$obsB))); X <- cbind(ir$obsA,ir$obsB); I1 <- ICC(X,lmer=FALSE); I2 <- suppressMessages(ICC(X,lmer=TRUE)); r <- I1$results
  out$interrater <- list(n=nrow(ir), percent_agreement=mean(ir$obsA==ir$obsB), within_one=mean(abs(ir$obsA-ir$obsB)<=1), kappa=ck$kappa, kappa_weighted_quadratic=ck$weighted.kappa, icc=lapply(setNames(seq_len(nrow(r)),as.character(r$type)),function(i) list(icc=r$ICC[i],F=r$F[i],df1=r$df1[i],df2=r$df2[i],p=r$p[i],lo=r[["lower bound"]][i],hi=r[["upper bound"]][i],icc_lmer=I2$results$ICC[i])))
  ## culture paired tests
  cu <- rcsv("culture.csv"); out$culture_paired <- lapply(setNames(sc,sc),function(s) paired(cu[[paste0(s,"_1")]],cu[[paste0(s,"_2")]]))
  cm <- rcsv("culture_missing.csv"); out$culture_missing <- lapply(setNames(sc,sc),function(s) owa(cm[[s]],cm$missing2))
  fu <- rcsv("followup.csv"); out$followup_missing <- lapply(1:4,function(t) owa(fu[[paste0("impl",t)]],fu$responder))
  sm <- aggregate(cbind(enth,impl)~school+wave,b,mean,na.action=na.pass,na.rm=TRUE); s3 <- sm[sm$wave==3,]; s3$miss4 <- as.integer(!(s3$school %in% sm$school[sm$wave==4])); out$barometer_missing <- list(impl=owa(s3$impl,s3$miss4), enth=owa(s3$enth,s3$miss4))
  w1 <- ic[ic$wave==1,]; w1$drop <- as.integer(!(w1$teacher %in% ic$teacher[ic$wave==2])); out$icalt_missing <- lapply(setNames(c("D1","D2","D7"),c("D1","D2","D7")),function(k) owa(w1[[k]],w1$drop))
  ## ICALT repeated measures
  out$icalt_rm <- lapply(setNames(c(1,2,6,7),paste0("D",c(1,2,6,7))),function(k) { v <- paste0("D",k); z <- reshape(ic[c("teacher","wave",v)],idvar="teacher",timevar="wave",direction="wide"); z <- z[complete.cases(z),]; Y <- as.matrix(z[paste0(v,".",1:3)]); colnames(Y) <- c("m1","m2","m3"); prs <- list(c(1,2),c(2,3),c(1,3))
    list(n=nrow(Y), means=as.list(colMeans(Y)), anova=ez(longY(Y)), eps_by_hand=gg_hand(Y), pairwise=lapply(setNames(prs,c("m1-m2","m2-m3","m1-m3")),function(q){ p <- paired(Y[,q[1]],Y[,q[2]]); list(b=p$mean2-p$mean1,t=p$t,df=p$df,p_lsd=p$p,p_bonferroni=min(1,3*p$p),d_z=p$d_z,d_av_rms=p$d_av_rms) })) })
  out$icalt_icc <- lapply(setNames(c(1,2,7),paste0("D",c(1,2,7))),function(k){ d <- ic; d$y <- ic[[paste0("D",k)]]; list(nested_all_waves=suppressMessages(lmx(lmer(y~1+(1|school)+(1|teacher),d,control=TIGHT))), wave3=suppressMessages(lmx(lmer(y~1+(1|school),d[d$wave==3,],control=TIGHT))), anova_wave3=icc_anova(d$y[d$wave==3],d$school[d$wave==3])) })
  ## DUO
  du <- rcsv("duo.csv"); yc <- paste0("y",2016:2019); Y0 <- as.matrix(du[yc]); Yr <- trend_row(Y0); Yk <- trend_col(Y0); cc <- complete.cases(Y0)
  out$duo <- list(n_missing_schools=sum(!cc), imputed_checksums=list(per_school_sum=sum(Yr),per_school_sumsq=sum(Yr^2),spss_column_sum=sum(Yk),spss_column_sumsq=sum(Yk^2)),
    per_school_trend_type3=ez(longY(Yr,du$group),"group",3), per_school_trend_type2=ez(longY(Yr,du$group),"group",2), spss_column_trend_type3=ez(longY(Yk,du$group),"group",3), complete_cases_type3=ez(longY(Y0[cc,],du$group[cc]),"group",3),
    last_two_years_type3=ez(longY(Yr[,3:4],du$group),"group",3), eps_by_hand=gg_hand(Yr,du$group))
  ## regressions
  m3 <- aggregate(cbind(board,design,vout,vin,enth)~school,b[b$wave==3,],mean); m3$visit <- m3$vout+m3$vin; rg <- merge(data.frame(school=cu$school,d_collega=cu$collega_2-cu$collega_1,d_verbeter=cu$verbeter_2-cu$verbeter_1),m3,by="school"); xs <- c("board","design","visit","enth")
  rg$imputed <- 0L; mw <- function(w) { z <- aggregate(cbind(board,design,vout,vin,enth)~school,b[b$wave==w,],mean); z$visit <- z$vout+z$vin; z }
  base <- data.frame(school=cu$school,d_collega=cu$collega_2-cu$collega_1,d_verbeter=cu$verbeter_2-cu$verbeter_1); add <- base[!(base$school %in% rg$school),]; fill <- NULL
  for (w in c(2,4,1)) { z <- merge(add[!(add$school %in% fill$school),],mw(w),by="school"); if (nrow(z)) fill <- rbind(fill, cbind(z,imputed=1L)) }
  fill <- fill[order(fill$school),][seq_len(min(15,nrow(fill))),]; rg <- rbind(rg, fill[names(rg)]); rg <- rg[order(rg$school),]
  wcsv(rg,"reg_culture.csv"); rg90 <- rcsv("reg_culture.csv"); rg <- rg90[rg90$imputed==0,]
  out$regression_culture_n90 <- lapply(setNames(c("d_collega","d_verbeter"),c("d_collega","d_verbeter")),function(y) list(enter=lmo(lm(reformulate(xs,y),rg90)), spss_stepwise=spss_step(rg90,y,xs)))
  out$regression_culture <- lapply(setNames(c("d_collega","d_verbeter"),c("d_collega","d_verbeter")),function(y) list(enter=lmo(lm(reformulate(xs,y),rg)), spss_stepwise=spss_step(rg,y,xs)))
  pu <- rcsv("pupil.csv"); out$regression_pupil <- lmo(lm(y~board+design+visit+enth+cohort,pu))
  q <- rcsv("corr15.csv"); ctf <- function(a,b){ z <- cor.test(a,b); list(r=unname(z$estimate),t=unname(z$statistic),df=unname(z$parameter),p=z$p.value,ci95=as.vector(z$conf.int)) }; out$correlations <- list(visit_D1=ctf(q$visit,q$D1),design_D7=ctf(q$design,q$D7))
  wj(out,"oracle.json"); invisible(out) }

## ------------------------------------------------------------------------------------------------
## 5. national scale and run times
## ------------------------------------------------------------------------------------------------
med5 <- function(expr) { e <- substitute(expr); pf <- parent.frame(); gc(); t <- replicate(5, system.time(suppressWarnings(suppressMessages(eval(e,pf))))[["elapsed"]]); list(median=median(t), all=t) }
national <- function() { d <- rcsv("national.csv.gz"); f0 <- enth~1+(1|school)+(1|teacher); f <- enth~time+sector+board+design+newstart+(1|school)+(1|teacher); out <- list(rows=nrow(d),schools=length(unique(d$school)),teachers=length(unique(d$teacher)))
  for (nm in c("null","time_sector","final")) { ff <- switch(nm,null=f0,time_sector=enth~time+sector+(1|school)+(1|teacher),final=f); md <- lmer(ff,d); mt <- lmer(ff,d,control=TIGHT); ref <- mylmm(fixed_only(ff),d); ex <- exact_lmer(ff,d,TRUE,ref$theta)
    out[[nm]] <- list(lmer_default=lmx(md), lmer_tight=lmx(mt), closed_form_REML=ref, closed_form_ML=mylmm(fixed_only(ff),d,reml=FALSE), diffs=list(default_theta=max(abs(getME(md,"theta")-ref$theta)),default_beta=max(abs(fixef(md)-unlist(ref$beta))),tight_theta=max(abs(getME(mt,"theta")-ref$theta)),tight_beta=max(abs(fixef(mt)-unlist(ref$beta))),lme4_at_exact_theta_criterion=REMLcrit(ex)-ref$criterion,df_rel_default=max(abs(coef(summary(md))[,"df"]/unlist(ref$df_satterthwaite)-1)),df_rel_tight=max(abs(coef(summary(mt))[,"df"]/unlist(ref$df_satterthwaite)-1)))) }
  out$icc_anova_school <- icc_anova(d$enth,d$school); wj(out,"oracle_national.json"); invisible(out) }
timing <- function() { b <- rcsv("barometer.csv"); d <- rcsv("national.csv.gz"); cu <- rcsv("culture.csv"); ci <- rcsv("culture_items.csv"); ic <- rcsv("icalt.csv"); du <- rcsv("duo.csv"); Y <- trend_row(as.matrix(du[paste0("y",2016:2019)])); ld <- longY(Y,du$group); T <- list()
  ff <- enth~time+sector+board+design+newstart+(1|school)+(1|teacher)
  T$lme4_lmer_null_school_small <- med5(lme4::lmer(enth~1+(1|school),b)); T$lme4_lmer_null_nested_small <- med5(lme4::lmer(enth~1+(1|school)+(1|teacher),b)); T$lme4_lmer_final_small <- med5(lme4::lmer(ff,b)); T$lmerTest_lmer_final_small <- med5(lmerTest::lmer(ff,b)); m <- lmerTest::lmer(ff,b); T$lmerTest_summary_small <- med5(summary(m)); T$lmer_tight_final_small <- med5(lme4::lmer(ff,b,control=TIGHT)); T$closed_form_R_final_small <- med5(mylmm(fixed_only(ff),b)); T$nlme_lme_final_small <- med5(lme(enth~time+sector+board+design+newstart,random=~1|school/teacher,data=b,na.action=na.omit))
  T$lme4_lmer_null_school_national <- med5(lme4::lmer(enth~1+(1|school),d)); T$lme4_lmer_null_nested_national <- med5(lme4::lmer(enth~1+(1|school)+(1|teacher),d)); T$lme4_lmer_final_national <- med5(lme4::lmer(ff,d)); T$lmerTest_lmer_final_national <- med5(lmerTest::lmer(ff,d)); T$lmer_tight_final_national <- med5(lme4::lmer(ff,d,control=TIGHT)); T$closed_form_R_final_national <- med5(mylmm(fixed_only(ff),d))
  S <- local({ x <- d[complete.cases(d),]; X <- model.matrix(~time+sector+board+design+newstart,x); suff(X,x$enth,x$teacher,x$school) }); T$closed_form_R_one_deviance_evaluation_national <- med5(pdev(S,c(.3,.4)))
  T$psych_alpha_4items_wave1 <- med5(psych::alpha(b[b$wave==1,paste0("e",1:4)])); T$psych_alpha_8items_culture <- med5(psych::alpha(ci[grep("^collega",names(ci))])); T$paired_t_six_scales <- med5(for (s in c("onderzoek","verbeter","collega","visie","leidond","leider")) paired(cu[[paste0(s,"_1")]],cu[[paste0(s,"_2")]]))
  T$afex_rm_anova_icalt <- med5({ z <- reshape(ic[c("teacher","wave","D1")],idvar="teacher",timevar="wave",direction="wide"); z <- z[complete.cases(z),-1]; Yz <- as.matrix(z); colnames(Yz) <- c("m1","m2","m3"); ez(longY(Yz)) }); T$afex_mixed_anova_duo_6177x4 <- med5(ez(ld,"group",3)); T$trend_at_point_duo <- med5(trend_row(as.matrix(du[paste0("y",2016:2019)]))); T$gg_by_hand_duo <- med5(gg_hand(Y,du$group))
  rg <- rcsv("reg_culture.csv"); T$stepwise_regression <- med5(spss_step(rg,"d_collega",c("board","design","visit","enth"))); T$icc_anova_small <- med5(icc_anova(b$enth,b$school)); T$read_national_csv_gz <- med5(rcsv("national.csv.gz"))
  wj(list(machine=list(cpu=system("lscpu | grep 'Model name' | cut -d: -f2 | xargs",intern=TRUE),cores=parallel::detectCores(),blas=extSoftVersion()[["BLAS"]]),seconds=T),"timings.json"); for (k in names(T)) cat(sprintf("%-48s %8.3f s\n",k,T[[k]]$median)) }
arg <- commandArgs(TRUE); if (!length(arg)) arg <- "none"
if (arg[1] %in% c("simulate","all")) simulate()
if (arg[1] %in% c("fit","all")) fit()
if (arg[1] %in% c("national","all")) national()
if (arg[1] %in% c("time","all")) timing()
